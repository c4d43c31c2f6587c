import { expect, test } from '@jest/globals';
import { breakdownOf } from '../../src/budget/breakdown.ts';
import { type Scenario, scenariosOf } from '../../src/budget/demand/scenarios.ts';
import { type DatabaseNetwork, networksOf, subjectsOf } from '../../src/budget/network/network.ts';
import { inUse } from '../../src/budget/network/objectives.ts';
import { worstSet } from '../../src/budget/search/worst-set.ts';
import { crossed } from './crossed.ts';

test('names what a search that was cut short leaves open, so that the addends still add up', () => {
  const sizes = { seed: 1, services: 12, users: 3, dbnames: 3, pooled: 2, concurrentDeploys: 4, room: 3 };
  const given = crossed(sizes);
  const [network] = networksOf(given) as [DatabaseNetwork];
  const deploy = scenariosOf(given)(subjectsOf(network)).find(({ name }) => name === 'deploy') as Scenario;
  const outcome = worstSet(network, deploy, sizes.concurrentDeploys, inUse);
  const cutShort = { ...outcome, connections: outcome.connections + 7, unsearched: 7 };
  const open = { source: 'deploys not searched', via: null, nodes: null, addedNodes: 0, perNode: null, connections: 7 };
  expect(breakdownOf(network, deploy, cutShort)).toEqual([...breakdownOf(network, deploy, outcome), open]);
});
