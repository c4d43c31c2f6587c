import { describe, expect, test } from '@jest/globals';
import type { DocumentDatabase } from '../../src/documents/plan/document.ts';
import { toDocument } from '../../src/documents/plan/document.ts';
import { plan } from '../../src/index.ts';
import { overcommitLines } from '../../src/report/sentences/overcommit.ts';
import { probability } from '../../src/words/probability.ts';

const loaded = (nodes: number) =>
  `{ nodes: ${nodes}, pool: 20, deploy: { surge_factor: 1.5 }, traffic: { rate: 2500/s, hold: 20ms } }`;

const databaseOf = (services: string, policy: string, scenarios: readonly string[] = []) => {
  const result = plan(`
    database: { max_connections: 100, version: 18 }
    services: { ${services} }
    policy: { ${policy} }
  `);
  const { budget } = result.plan;
  const databases = budget.databases.map((each) => ({
    ...each,
    scenarios: each.scenarios.filter(({ name }) => scenarios.length === 0 || scenarios.includes(name)),
  }));
  return toDocument({ ...result.plan, budget: { ...budget, databases } }, []).databases[0] as DocumentDatabase;
};

test.each([
  [1, '1'],
  [0.12345, '0.12'],
  [0.001, '0.001'],
  [0.000999, '1e-3'],
  [0.00031, '3.1e-4'],
  [1e-6, '1e-6'],
  [3.14e-15, '3.1e-15'],
  [0, 'below 1e-280'],
])('a probability of %d is written %s', (value, written) => {
  expect(probability(value)).toBe(written);
});

describe('of a database', () => {
  test('the likeliest scenario is told, and the policy where there is one', () => {
    const [line] = overcommitLines(databaseOf(`web: ${loaded(8)}`, 'overcommit: 3'));
    expect(line).toBe(
      'deploy: worst case 240 of 97; more than 97 in use at once with probability 1.3e-9 at the given traffic',
    );
    const [judged] = overcommitLines(databaseOf(`web: ${loaded(8)}`, 'overcommit_probability: 1e-7'));
    expect(judged).toBe(`${line} (policy allows 1e-7)`);
  });

  test('only scenarios that are shown are told', () => {
    const { overcommit } = databaseOf(`web: ${loaded(8)}`, 'overcommit: 3', ['steady']);
    expect(overcommit).toMatchObject({ scenario: 'steady', connections: 160 });
    expect(overcommit?.scenarios.map(({ name }) => name)).toEqual(['steady']);
  });

  test('a scenario that is too likely does not fit', () => {
    const { scenarios } = databaseOf(`web: ${loaded(8)}`, 'overcommit_probability: 1e-20');
    expect(scenarios.map(({ fits }) => fits)).toEqual([false, false]);
  });

  test('names who is modelled, and that nobody is', () => {
    const model = (services: string) => overcommitLines(databaseOf(services, 'overcommit_probability: 1e-6'))[1];
    expect(model(`web: ${loaded(8)}, api: ${loaded(1)}`)).toMatch(
      /; all but web and api counts with the most it opens$/,
    );
    const several = `web: { nodes: 8, pools: { a: 10, b: 10 }, traffic: { rate: 1/s, hold: 20ms } }`;
    expect(model(several)).toMatch(/; everything counts with the most it opens$/);
    const many = Array.from({ length: 9 }, (_, index) => `s${index}: ${loaded(1)}`).join(', ');
    expect(model(many)).toContain('all but s0, s1, s2, s3 and 5 more services');
  });

  test('says nothing where the worst case fits', () => {
    expect(overcommitLines(databaseOf(`web: ${loaded(1)}`, 'overcommit_probability: 1e-6'))).toEqual([]);
  });
});
