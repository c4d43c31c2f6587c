import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { dump, load } from 'js-yaml';
import { computeBudget } from '../../src/budget/index.ts';
import { recommendSizes } from '../../src/sizing/index.ts';
import type { Recommendation, WayOut } from '../../src/sizing/types.ts';
import { parseTopology } from '../../src/topology/index.ts';

interface Case {
  readonly name: string;
  readonly topology: unknown;
  readonly sizes?: Record<string, number | string>;
  readonly reasons?: Record<string, string>;
  readonly ways_out?: Record<string, Omit<WayOut, 'database'>>;
  readonly spare?: Record<string, number>;
}

const sizingOf = (text: string) => {
  const topology = parseTopology(text, 'topology.yml');
  return recommendSizes(topology, { budget: computeBudget(topology) });
};

const shortName = ({ on }: Recommendation) => on.replace(/^services\.|\.pools\.default$/g, '').replace('.pools.', '.');
const setting = ({ size, overflow }: Recommendation) => (overflow === 0 ? size : `${size} + ${overflow}`);

describe('recommended sizes', () => {
  const cases = load(readFileSync('test/sizing/cases.yml', 'utf8')) as Case[];

  test.each(cases)('$name', ({ topology, sizes = {}, reasons = {}, ways_out = {}, spare = {} }) => {
    const sizing = sizingOf(dump(topology));
    expect(Object.fromEntries(sizing.recommendations.map((each) => [shortName(each), setting(each)]))).toEqual(sizes);
    const given = new Map(sizing.recommendations.map((each) => [shortName(each), each.reason]));
    for (const [name, reason] of Object.entries(reasons)) expect(given.get(name)).toBe(reason);
    expect(Object.fromEntries(sizing.waysOut.map(({ database, ...way }) => [database, way]))).toEqual(ways_out);
    expect(Object.fromEntries(sizing.spare.map(({ database, connections }) => [database, connections]))).toEqual(spare);
  });
});

describe('published budgets', () => {
  test.each([
    ['gitlab-1k', {}],
    ['judoscale-defaults', { web: 2, worker: 6 }],
    ['mdn-observatory', { api: 8 }],
    ['hushh-two-processes', { api: 10 }],
    ['memex-listen', { api: 5 }],
    ['railway-three-bouncers', {}],
    ['sims-pooler-rollout', { api: 10 }],
  ])('%s', (name, sizes) => {
    const { recommendations, waysOut } = sizingOf(readFileSync(`fixtures/budgets/${name}.yml`, 'utf8'));
    expect(Object.fromEntries(recommendations.map((each) => [shortName(each), setting(each)]))).toEqual(sizes);
    expect(waysOut).toEqual([]);
  });
});
