import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { plan, recommend } from '../../src/index.ts';
import type { SizeChange } from '../../src/sizing/types.ts';

const files = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .map((name) => `${folder}/${name}`);

const set = ({ path, to }: SizeChange) => `${path}=${to}`;

describe('the sizes of published budgets', () => {
  test.each([
    ['gitlab-1k', []],
    ['judoscale-defaults', ['services.web.pools.default.size=2', 'services.worker.pools.default.size=6']],
    ['mdn-observatory', ['services.api.pools.default.size=8']],
    ['hushh-two-processes', ['services.api.pools.default.size=10']],
    ['memex-listen', ['services.api.pools.default.size=5']],
    ['railway-three-bouncers', []],
    ['sims-pooler-rollout', ['services.api.pools.default.size=10']],
  ])('%s', (name, changes) => {
    const { advice } = recommend(readFileSync(`fixtures/budgets/${name}.yml`, 'utf8'));
    expect(advice.changes.map(set)).toEqual(changes);
  });
});

test.each([...files('fixtures/ok'), ...files('fixtures/budgets')])(
  '%s fits with its changes, and has no others then',
  (file) => {
    const text = readFileSync(file, 'utf8');
    const sets = recommend(text).advice.changes.map(set);
    const { findings } = plan(text, { sets });
    expect(findings.filter(({ rule }) => /over-(budget|limit)$|low-headroom/.test(rule))).toEqual([]);
    expect(recommend(text, { sets }).advice.changes).toEqual([]);
  },
);

test('no pool is too small to keep up with its traffic: then it is the server that has to change', () => {
  const text = (size: number, max: number) => `
    database: { max_connections: ${max}, version: 17 }
    services:
      api: { nodes: 2, pool: ${size}, deploy: none, traffic: { rate: 1k/s, hold: 20ms } }
  `;
  const advised = (size: number, max: number) => recommend(text(size, max)).advice;
  // 500/s x 20ms keep 10 in use in a process: with no more than that its queue grows without end.
  expect(advised(20, 28).changes.map(set)).toEqual(['services.api.pools.default.size=11']);
  expect(advised(20, 27).changes.map(set)).toEqual(['databases.database.max_connections=48']);
  expect(advised(5, 28)).toMatchObject({
    pools: [{ recommended: 11, reason: expect.stringContaining('with less than 11 it can not keep up') }],
  });
});

test('sizes follow traffic, up to what the budget has, and no target is missed once it has enough', () => {
  const text = (max: number) => `
    database: { max_connections: ${max}, version: 17 }
    services:
      api: { nodes: 2, pool: 5, deploy: none, traffic: { rate: 1k/s, hold: 20ms, target_wait: 5ms } }
      web: { nodes: 4, pool: 15, deploy: none }
  `;
  const sizesOf = (max: number) =>
    recommend(text(max)).advice.pools.map(({ recommended, mode }) => [recommended, mode]);
  expect(sizesOf(40)).toEqual([
    [12, 'both'],
    [2, 'fit'],
  ]);
  expect(sizesOf(70)).toEqual([
    [17, 'demand'],
    [6, 'fit'],
  ]);
  const { neededForAll } = recommend(text(70)).advice.databases[0] ?? {};
  expect(sizesOf(neededForAll as number)).toEqual([
    [17, 'demand'],
    [15, 'fit'],
  ]);
  expect(sizesOf((neededForAll as number) - 1)).not.toEqual([
    [17, 'demand'],
    [15, 'fit'],
  ]);
});
