import * as z from 'zod/mini';
import { databaseSchema } from './database.ts';
import { policySchema, scenarioSchema } from './policy.ts';
import { poolerSchema } from './pooler.ts';
import { serviceSchema } from './service.ts';
import { described, map, mapOf, name } from './values.ts';

/** A key that may stand with nothing after it. */
const empty = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));

/** The whole file; keys that begin with `x-` may stand beside these. */
export const topologySchema = map({
  databases: empty(
    described(mapOf(name, z.nullable(databaseSchema)), 'Servers that accept a limited number of connections, by name.'),
  ),
  database: empty(databaseSchema),
  poolers: empty(described(mapOf(name, z.nullable(poolerSchema)), 'Connection poolers, by name.')),
  services: empty(described(mapOf(name, serviceSchema), 'What opens connections, by name.')),
  policy: empty(policySchema),
  scenarios: empty(described(mapOf(name, scenarioSchema), 'Circumstances of your own, by name.')),
});

/** Every key at the top of a file. */
export const topKeys: readonly string[] = Object.keys(topologySchema.shape);
