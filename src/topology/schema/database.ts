import * as z from 'zod/mini';
import { engines } from '../../catalog/engines/index.ts';
import type { EngineId } from '../../catalog/types.ts';
import { count, described, label, map, mapOf, most, ratio, size, text, word } from './values.ts';

const engineIds = Object.keys(engines) as EngineId[];

const version = 'a major version, such as 16 or "8.4"';

const limits = (description: string, example: string) =>
  described(mapOf(label('Name'), count(0, most, 'Connections.')), description, { examples: [{ [example]: 20 }] });

/** databases.NAME */
export const databaseSchema = described(
  map({
    engine: z.optional(word(engineIds, 'The database engine.', { default: 'postgres' })),
    version: z.optional(
      described(
        z.union([z.number().check(z.minimum(1), z.maximum(9999)), text(/^\d{1,4}(\.\d{1,4})*$/, version)], {
          error: version,
        }),
        'Major version; decides which reservations exist. Default: the newest known, reported as an assumption.',
        { examples: [16] },
      ),
    ),
    plan: z.optional(
      label('Provider plan from the catalog: gives max_connections, memory, cores and what the provider reserves.', {
        examples: ['aws-rds-postgres/db.r6g.large'],
      }),
    ),
    max_connections: z.optional(
      count(
        1,
        most,
        "The server's own setting, in connections; wins over `plan`. Default: the engine's, reported as an assumption.",
        {
          examples: [100],
        },
      ),
    ),
    superuser_reserved_connections: z.optional(
      count(0, most, 'PostgreSQL: connections that only superusers can have.', { default: 3 }),
    ),
    reserved_connections: z.optional(
      count(0, most, 'PostgreSQL 16 and later: connections kept for pg_use_reserved_connections.', { default: 0 }),
    ),
    provider_reserved: z.optional(
      count(0, most, 'Connections that the provider keeps for itself. Default: from the plan, else 0.'),
    ),
    other_clients: z.optional(
      limits(
        'Connections of what is not a service, by name: psql on call, an exporter, a backup. They count in every scenario.',
        'psql',
      ),
    ),
    role_limits: z.optional(limits('CONNECTION LIMIT of roles, by name.', 'web')),
    database_limits: z.optional(limits('CONNECTION LIMIT of logical databases, by name.', 'app')),
    memory: z.optional(size('Memory of the server.', { examples: ['16GiB'] })),
    shared_buffers: z.optional(
      described(
        z.union([size('Size of shared_buffers.'), ratio('at most 100%', 0, 1, 'Share of memory.')], {
          error: 'a size such as 4GiB, or a share of memory such as 25%',
        }),
        'PostgreSQL shared_buffers: a size, or a percentage of memory.',
        { examples: ['25%', '4GiB'] },
      ),
    ),
    backend_memory: z.optional(size('Memory that one connection takes on the server.', { default: '5MB' })),
    cores: z.optional(count(1, 10_000, 'Physical cores of the server. Default: from the plan, else unknown.')),
  }),
  'A server that accepts a limited number of connections.',
  { id: 'database' },
);

/** What a file says of a database. */
export type DatabaseInput = z.output<typeof databaseSchema>;
