import { expect, test } from '@jest/globals';
import { plan, planOf } from '../../src/index.ts';

const shop = plan(`
  databases: { main: { max_connections: 100 }, log: { max_connections: 50 } }
  services:
    web: { nodes: 4, max_nodes: 6, pool: 15, to: main, deploy: blue_green }
    audit: { nodes: 2, pool: 5, to: log, deploy: none }`);

const only = (...scenarios: string[]) => {
  const { document } = planOf(shop, scenarios);
  const figures = document.databases.map(({ name, scenarios }) => [name, ...scenarios.map((one) => one.name)]);
  return { figures, verdict: document.verdict, rules: document.findings.map(({ rule }) => rule) };
};

test('a scenario is judged by its own figures', () => {
  expect(only('steady')).toEqual({
    figures: [
      ['main', 'steady'],
      ['log', 'steady'],
    ],
    verdict: 'pass',
    rules: expect.not.arrayContaining(['deploy-over-budget']),
  });
  expect(only('deploy')).toMatchObject({ verdict: 'fail', rules: expect.arrayContaining(['deploy-over-budget']) });
});

test('a database that does not show it has the scenario that it is equal to', () => {
  expect(only('peak', 'peak-deploy').figures).toEqual([
    ['main', 'peak', 'peak-deploy'],
    ['log', 'steady', 'deploy'],
  ]);
});

test('the document says what it was judged by', () => {
  expect(planOf(shop, ['deploy']).document.only_scenarios).toEqual(['deploy']);
  expect(shop.document.only_scenarios).toBeNull();
});
