import { expect, test } from '@jest/globals';
import { diff, plan } from '../../../src/index.ts';

const day = { today: '2026-11-01' };
const file = (rate: string, allowed: string) => `
databases: { main: { max_connections: 50 } }
services:
  web: { nodes: 4, pool: 20, deploy: none, traffic: { rate: ${rate}, hold: 10ms } }
policy: { overcommit_probability: ${allowed} }
`;
const between = (base: string, head: string) => diff(plan(base, day), plan(head, day)).document;

test('a probability that shows the same two digits is no change', () => {
  const { changed, places } = between(file('1500/s', '1e-6'), file('1500.001/s', '1e-6'));
  const [steady] = places[0]?.scenarios ?? [];
  expect(steady?.overcommit?.head).toBeGreaterThan(steady?.overcommit?.base as number);
  expect([changed, places[0]?.status]).toEqual([false, 'same']);
});

test('another probability is a change, and turns what fitted where the policy allows less', () => {
  const { changed, places, verdict } = between(file('1500/s', '1e-6'), file('2500/s', '1e-6'));
  const [steady] = places[0]?.scenarios ?? [];
  expect(steady).toMatchObject({ base: 80, head: 80, base_limit: null, base_fits: true, head_fits: false });
  expect([changed, places[0]?.status, verdict]).toEqual([true, 'changed', { base: 'pass', head: 'fail' }]);
});

test('what the policy allows is a limit of its own', () => {
  const { places } = between(file('1500/s', '1e-6'), file('1500/s', '1e-12'));
  const [steady] = places[0]?.scenarios ?? [];
  const { base, head, ...allowed } = steady?.overcommit ?? {};
  expect(base).toBe(head);
  expect(allowed).toEqual({ base_allowed: 1e-6, head_allowed: 1e-12 });
  expect([places[0]?.status, steady?.base_fits, steady?.head_fits]).toEqual(['changed', true, false]);
});
