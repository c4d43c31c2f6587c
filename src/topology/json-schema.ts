import * as z from 'zod/mini';
import { platforms } from '../catalog/platforms/index.ts';
import { poolers } from '../catalog/poolers/index.ts';
import { planNames } from '../catalog/providers/index.ts';
import type { ParameterValue } from '../catalog/types.ts';
import { topologySchema } from './schema/topology.ts';
import { most } from './schema/values.ts';

/** A JSON Schema or a part of one. */
interface JsonSchema {
  [keyword: string]: unknown;
  properties?: Record<string, JsonSchema>;
  anyOf?: JsonSchema[];
  definitions?: Record<string, JsonSchema>;
}

/**
 * The JSON Schema (draft 7, which editors know best) of the topology file, for editors: what the file's own check accepts, with every key
 * explained, and beside it the parameters of all poolers and platforms, which that check takes from the catalog.
 */
export function topologyJsonSchema(): JsonSchema {
  const schema = z.toJSONSchema(topologySchema, { io: 'input', target: 'draft-07' }) as JsonSchema;
  const definitions = schema.definitions ?? {};
  addPlans(definitions.database?.properties?.plan);
  addPoolerParameters(definitions.pooler);
  addPlatforms(definitions.deploy?.anyOf?.find(({ properties }) => properties !== undefined));
  return {
    $schema: schema.$schema,
    title: 'connbudget topology',
    description: 'What a team deploys: the databases, and everything that opens connections on them.',
    ...schema,
    patternProperties: { '^x-': { description: 'Yours: a place for anchors, left alone.' } },
  };
}

function addPlans(plan: JsonSchema | undefined): void {
  if (plan !== undefined) plan.enum = planNames();
}

function addPoolerParameters(pooler: JsonSchema | undefined): void {
  if (pooler?.properties === undefined) return;
  for (const { name, parameters } of poolers) {
    for (const { key, default: standard, note } of parameters) {
      const about = `${name}: ${note ?? 'a setting of its own'}. Default: ${standard ?? 'unknown'}.`;
      const known = pooler.properties[key];
      pooler.properties[key] = {
        anyOf: [{ type: 'integer', minimum: 0, maximum: most }, { const: 'unlimited' }],
        description: known === undefined ? about : `${known.description}\n${about}`,
      };
    }
  }
  pooler.additionalProperties = false;
}

function addPlatforms(deploy: JsonSchema | undefined): void {
  if (deploy?.properties === undefined) return;
  const { platform } = deploy.properties;
  if (platform !== undefined) platform.enum = platforms.map(({ id }) => id);
  for (const { name, strategies } of platforms) {
    for (const { key, value, default: standard, note } of strategies.flatMap(({ parameters }) => parameters)) {
      const about = [`${name}:`, `default ${standard ?? 'none'}.`, ...(note === undefined ? [] : [note])].join(' ');
      const known = deploy.properties[key];
      const descriptions = new Set([...`${known?.description ?? ''}`.split('\n'), about]);
      descriptions.delete('');
      deploy.properties[key] = { ...(known ?? valueSchema(value)), description: [...descriptions].join('\n') };
    }
  }
  deploy.additionalProperties = false;
}

function valueSchema(value: ParameterValue): JsonSchema {
  if (typeof value === 'object') return { enum: value };
  if (value === 'nodes') return { type: 'integer', minimum: 0 };
  if (value === 'switch') return { type: 'boolean' };
  if (value === 'command') return { type: ['boolean', 'string'] };
  return { type: ['number', 'string'] };
}
