import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeBudget } from '../../src/budget/index.ts';
import { recommendSizes, withSizes } from '../../src/sizing/index.ts';
import type { WayOut } from '../../src/sizing/types.ts';
import { withNodes } from '../../src/sizing/ways-out/fewer-nodes.ts';
import type { Topology } from '../../src/topology/types.ts';
import { pooler } from '../budget/topologies.ts';
import { boundsOf, broken, resized } from '../sizing/exhaustion.ts';
import { smallTopologies } from '../sizing/small-topologies.ts';
import { bets } from '../sizing/with-traffic.ts';

const fits = (given: Topology, { database }: WayOut): boolean => !broken(given).has(database);

const withMaximum = (given: Topology, { database }: WayOut, maxConnections: number): Topology => ({
  ...given,
  databases: given.databases.map((one) => (one.name === database ? { ...one, maxConnections } : one)),
});

const atSmallest = (given: Topology): Topology => resized(given, (pool, service) => boundsOf(service, pool).lowest);

/** All pools that go straight to the database go through one pool of a new pooler instead. */
const behindPooler = (given: Topology, { database }: WayOut, poolSize: number): Topology => ({
  ...given,
  poolers: [...given.poolers, pooler({ name: 'new', to: database, poolSize, maxClientConn: Infinity })],
  services: given.services.map((service) => ({
    ...service,
    pools: service.pools.map((pool) =>
      pool.to === database ? { ...pool, to: 'new', user: 'app', dbname: 'main' } : pool,
    ),
  })),
});

const nodesOf = ({ scenarios, services }: Topology, name: string): number => {
  const service = services.find((one) => one.name === name);
  const given = scenarios.flatMap(({ nodes }) => nodes.get(name) ?? []);
  return Math.max(service?.nodes ?? 0, service?.maxNodes ?? 0, ...given);
};

describe('ways out', () => {
  test.each([
    ['', smallTopologies({ pools: 6, size: 30, unbounded: true })],
    [', also where they are judged by probability', bets(smallTopologies({ pools: 6, size: 30 }))],
  ])('fit when they are planned again, and nothing less does%s', (_, topologies) => {
    fc.assert(
      fc.property(topologies, (given) => {
        const { recommendations, waysOut } = recommendSizes(given, { budget: computeBudget(given) });
        const sized = withSizes(given, recommendations);
        for (const way of waysOut) {
          const { database, maxConnections, memoryBytes, fewerNodes, poolerSize } = way;
          if (maxConnections !== null) {
            expect(fits(withMaximum(sized, way, maxConnections), way)).toBe(true);
            expect(fits(withMaximum(sized, way, maxConnections - 1), way)).toBe(false);
            expect(memoryBytes).toBe(maxConnections * 5_000_000);
          } else {
            expect(fits(withMaximum(sized, way, 1e9), way)).toBe(false);
          }
          if (poolerSize !== null) expect(fits(behindPooler(given, way, poolerSize), way)).toBe(true);
          if (given.databases.find(({ name }) => name === database)?.judgedBy !== 'worst_case') {
            // With fewer nodes the others have their traffic.
            expect(fewerNodes).toBeNull();
            continue;
          }
          const smallest = atSmallest(given);
          const fewest = fewerNodes ? nodesOf(given, fewerNodes.service) - fewerNodes.nodes : Infinity;
          if (fewerNodes) expect(fits(withNodes(smallest, fewerNodes.service, fewerNodes.nodes), way)).toBe(true);
          for (const { name } of given.services) {
            const fewer = Math.min(fewest, nodesOf(given, name)) - 1;
            if (fewer > 0) expect(fits(withNodes(smallest, name, nodesOf(given, name) - fewer), way)).toBe(false);
          }
          // Where today's sizes fit, and only those that lock no thread out do not, a pooler replaces nothing.
          if (!broken(given).has(database)) continue;
          const straight = given.services.some(({ pools }) => pools.some(({ to }) => to === database));
          const together = given.services.every(({ exclusive }) => exclusive === null);
          if (straight && together && given.policy.concurrentDeploys === Infinity) {
            expect(fits(behindPooler(given, way, (poolerSize ?? 0) + 1), way)).toBe(false);
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
