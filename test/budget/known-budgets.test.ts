import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { computeBudget } from '../../src/budget/index.ts';
import { parseTopology } from '../../src/topology/index.ts';

const folder = 'fixtures/budgets';
const cases = readdirSync(folder).filter((file) => file.endsWith('.yml'));
const read = (file: string) => readFileSync(`${folder}/${file}`, 'utf8');

/** Published budgets: a topology, and beside it the figures worked out from the same inputs. */
describe('published budgets', () => {
  test('are all here', () => expect(cases).toHaveLength(7));

  test.each(cases)('%s', (file) => {
    const { usable, fits = {}, poolers = {}, ...connections } = JSON.parse(read(file.replace('.yml', '.json')));
    const budget = computeBudget(parseTopology(read(file), file));
    const main = budget.databases.find(({ name }) => name === 'main');
    const scenario = (name: string) => main?.scenarios.find((one) => one.name === name);
    expect(main?.usable).toBe(usable);
    for (const [name, expected] of Object.entries(connections))
      expect([name, scenario(name)?.connections]).toEqual([name, expected]);
    for (const [name, expected] of Object.entries(fits)) expect([name, scenario(name)?.fits]).toEqual([name, expected]);
    for (const [name, expected] of Object.entries<Record<string, number>>(poolers)) {
      const steady = budget.poolers.find((pooler) => pooler.name === name)?.scenarios[0];
      expect({
        clients: steady?.clients,
        client_limit: steady?.clientLimit,
        server_connections: steady?.serverConnections,
      }).toEqual(expected);
    }
  });
});
