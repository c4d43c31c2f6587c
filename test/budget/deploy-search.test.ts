import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Scenario, scenariosOf } from '../../src/budget/demand/scenarios.ts';
import { changeOf, limitedRoutesOf } from '../../src/budget/network/loads.ts';
import { type DatabaseNetwork, networksOf, subjectsOf } from '../../src/budget/network/network.ts';
import { inUse } from '../../src/budget/network/objectives.ts';
import { addLoads } from '../../src/budget/network/routes.ts';
import { choicesOf } from '../../src/budget/search/choices.ts';
import { type Candidate, positionOf } from '../../src/budget/search/deploy-position.ts';
import { appraise } from '../../src/budget/search/deploy-prices.ts';
import { bestDeploys } from '../../src/budget/search/deploy-search.ts';
import type { Topology } from '../../src/topology/types.ts';
import { type Crossed, crossed } from './crossed.ts';

const best = { above: -1, enough: Infinity };

/** What the search for the worst deploy of a topology starts from. */
function searchOf(given: Topology) {
  const [network] = networksOf(given) as [DatabaseNetwork];
  const scenario = scenariosOf(given)(subjectsOf(network)).find(({ name }) => name === 'deploy') as Scenario;
  const amounts = new Float64Array(network.firstEdges.at(-1) as number);
  const candidates: Candidate[] = [];
  for (const [steady, deploying] of choicesOf(network, scenario, inUse, false).deploys) {
    addLoads(amounts, steady.loads);
    if (deploying) candidates.push({ loads: changeOf(steady.loads, deploying.loads) });
  }
  const slots = given.policy.concurrentDeploys;
  return { routes: limitedRoutesOf(network, [1], inUse), amounts, candidates, slots };
}

function found(given: Topology, mostPriced?: number) {
  const { routes, amounts, candidates, slots } = searchOf(given);
  return bestDeploys(routes, amounts, candidates, slots, best, mostPriced);
}

const small = fc.record<Crossed>({
  seed: fc.nat(),
  services: fc.integer({ min: 5, max: 30 }),
  users: fc.integer({ min: 2, max: 4 }),
  dbnames: fc.integer({ min: 2, max: 4 }),
  pooled: fc.integer({ min: 1, max: 2 }),
  concurrentDeploys: fc.integer({ min: 1, max: 8 }),
  room: fc.integer({ min: 0, max: 8 }),
});

describe('the search for the worst deploys', () => {
  test.each([
    { concurrentDeploys: 1, most: 1 },
    { concurrentDeploys: 3, most: 5 },
    { concurrentDeploys: 8, most: 30 },
    { concurrentDeploys: 20, most: 500 },
  ])(
    'ends soon with 300 services and limits that cross: $concurrentDeploys at a time',
    ({ concurrentDeploys, most }) => {
      for (const seed of [1, 2, 3]) {
        const sizes = { services: 300, users: 5, dbnames: 4, pooled: 1, room: 3 };
        const { priced, connections, atMost } = found(crossed({ ...sizes, seed, concurrentDeploys }));
        expect(atMost).toBe(connections);
        expect(priced).toBeLessThanOrEqual(most);
      }
    },
  );

  test('has nothing to search for where each service feeds one pool and limits are nested', () => {
    const nested = small.map((given) => {
      const { services, poolers, ...rest } = crossed({ ...given, pooled: 1 });
      return {
        ...rest,
        services: services.map(({ pools, ...one }) => ({ ...one, pools: pools.slice(1) })),
        poolers: poolers.map((one) => ({ ...one, maxUserConnections: Infinity })),
      };
    });
    fc.assert(
      fc.property(nested, (given) => {
        expect(found(given).priced).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  test('says what it can come to at most when it is cut short', () => {
    fc.assert(
      fc.property(small, fc.integer({ min: 0, max: 3 }), (given, mostPriced) => {
        const whole = found(crossed(given));
        const short = found(crossed(given), mostPriced);
        expect(whole.atMost).toBe(whole.connections);
        expect(short.priced).toBeLessThanOrEqual(mostPriced);
        expect(short.connections).toBeLessThanOrEqual(whole.connections);
        expect(short.atMost).toBeGreaterThanOrEqual(whole.connections);
      }),
      { numRuns: 300 },
    );
  });

  test('is bounded by every appraisal, whatever the prices', () => {
    const price = fc.integer({ min: 0, max: 8 }).map((eighths) => eighths / 8);
    const prices = fc.array(price, { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(small, prices, prices, (given, ofEdges, ofLimits) => {
        const { routes, amounts, candidates, slots } = searchOf(crossed(given));
        const limits = new Map(routes.limits.map((limit, index) => [limit, ofLimits[index] as number]));
        const position = positionOf(routes, amounts, candidates, slots);
        const { bound } = appraise(routes, position, { edges: Float64Array.from(ofEdges), limits });
        expect(bound).toBeGreaterThanOrEqual(found(crossed(given)).connections);
      }),
      { numRuns: 300 },
    );
  });
});
