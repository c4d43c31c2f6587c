import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { poolers } from '../../src/catalog/poolers/index.ts';
import { topologyJsonSchema } from '../../src/topology/json-schema.ts';
import { starter } from '../../src/topology/starter.ts';
import { topologyFiles } from './arbitrary.ts';

type Part = Readonly<Record<string, unknown>>;

const schema = topologyJsonSchema();
const accepts = new Ajv({ strict: true, allowUnionTypes: true, formats: { date: true } }).compile(schema);

const fixtures = join(import.meta.dirname, '../../fixtures');
const budgets = readdirSync(join(fixtures, 'budgets')).filter((file) => file.endsWith('.yml'));

/** Every key that some map of the schema has, with its schema. */
function keysOf(part: unknown, at = ''): [string, Part][] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([keyword, value]) =>
    keyword === 'properties'
      ? Object.entries(value as Part).flatMap(([key, inner]): [string, Part][] => [
          [`${at}/${key}`, inner as Part],
          ...keysOf(inner, `${at}/${key}`),
        ])
      : keysOf(value, keyword === 'definitions' ? at : `${at}/${keyword}`),
  );
}

/** What an editor shows for a part: its own description, or that of what it refers to. */
function explained(part: Part): boolean {
  if (part.description !== undefined) return true;
  const name = `${part.$ref ?? ''}`.replace('#/definitions/', '');
  if (name !== '') return explained((schema.definitions?.[name] ?? {}) as Part);
  return ((part.anyOf ?? part.allOf ?? []) as Part[]).some(explained);
}

const service = (keys: object) => ({ database: {}, services: { web: { nodes: 1, pool: 1, ...keys } } });

describe('the JSON Schema', () => {
  test('explains every key', () => {
    const keys = keysOf(schema);
    expect(keys.length).toBeGreaterThan(150);
    expect(keys.filter(([, part]) => !explained(part)).map(([path]) => path)).toEqual([]);
  });

  test('its own examples and defaults are values that it accepts', () => {
    const ajv = new Ajv({ strict: false, formats: { date: true } });
    for (const [path, part] of keysOf(schema)) {
      const examples = (part.examples ?? []) as unknown[];
      const check = ajv.compile({ definitions: schema.definitions, ...part });
      for (const value of part.default === undefined ? examples : [...examples, part.default]) {
        expect([path, value, check(value)]).toEqual([path, value, true]);
      }
    }
  });

  test.each(budgets)('accepts fixtures/budgets/%s', (file) => {
    accepts(load(readFileSync(join(fixtures, 'budgets', file), 'utf8')));
    expect(accepts.errors).toBeNull();
  });

  test('accepts the starter file, and any file without mistakes', () => {
    expect(accepts(load(starter))).toBe(true);
    fc.assert(
      fc.property(topologyFiles(), (file) => {
        accepts(file);
        expect(accepts.errors).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['the short forms', service({ pool: 'unlimited', deploy: 'rolling' })],
    ['keys for anchors', { ...service({}), 'x-anything': [1, 2] }],
    ['empty sections', { ...service({}), poolers: null, scenarios: null }],
    ['a platform’s own parameters', service({ deploy: { platform: 'heroku', preboot: true } })],
    ['a version with a point', { ...service({}), database: { engine: 'mysql', version: 8.4 } }],
    ['time as 0', service({ deploy: { platform: 'kubernetes', drain: 0 } })],
  ])('accepts %s', (_, file) => {
    accepts(file);
    expect(accepts.errors).toBeNull();
  });

  test.each(poolers.map(({ id, parameters }) => [id, parameters] as const))(
    'knows the parameters of %s',
    (kind, all) => {
      const keys = Object.fromEntries(all.map(({ key }) => [key, 5]));
      expect(accepts({ ...service({}), poolers: { p: { kind, ...keys } } })).toBe(true);
    },
  );

  test.each([
    ['an unknown key at the top', { ...service({}), databse: {} }],
    ['an unknown key of a service', service({ replicas: 3 })],
    ['an unknown key of a pool', service({ pool: { siez: 3 } })],
    ['an unknown key of a deploy', service({ deploy: { platform: 'kubernetes', maxSurge: 1 } })],
    ['an unknown key of a pooler', { ...service({}), poolers: { p: { pool_sise: 3 } } }],
    ['a service without nodes', { database: {}, services: { web: { pool: 1 } } }],
    ['a number as text', service({ nodes: '4' })],
    ['a number out of range', service({ nodes: -1 })],
    ['an unknown client', service({ client: 'sqlalchmy' })],
    ['an unknown platform', service({ deploy: { platform: 'kubernets' } })],
    ['an unknown plan', { ...service({}), database: { plan: 'aws/nothing' } }],
    ['a time without unit', service({ deploy: { platform: 'kubernetes', drain: '30' } })],
    ['a name with a space', { database: {}, services: { 'my web': { nodes: 1 } } }],
  ])('refuses %s', (_, file) => {
    expect(accepts(file)).toBe(false);
  });
});
