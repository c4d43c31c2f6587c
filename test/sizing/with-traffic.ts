import fc from 'fast-check';
import { worstCases } from '../../src/budget/index.ts';
import { judged } from '../../src/topology/resolve/judged.ts';
import type { Service, Topology, Traffic } from '../../src/topology/types.ts';

const traffic: fc.Arbitrary<Traffic> = fc.record({
  rate: fc.integer({ min: 0, max: 2_000 }),
  hold: fc.constantFrom(0, 0.001, 0.01, 0.1),
  cv: fc.constantFrom(0, 0.5, 1, 2),
  external: fc.constant(0),
  skew: fc.constantFrom(1, 1.5),
  targetWait: fc.option(fc.constantFrom(0, 0.001, 0.05)),
  percentile: fc.constantFrom(50, 99, 99.9),
});

/** Topologies of which some services say their traffic. */
export const withTraffic = (topologies: fc.Arbitrary<Topology>): fc.Arbitrary<Topology> =>
  fc.tuple(topologies, fc.array(fc.option(traffic), { minLength: 8, maxLength: 8 })).map(([given, traffics]) => ({
    ...given,
    services: given.services.map((service, index) => ({ ...service, traffic: traffics[index] ?? null })),
  }));

const accepted = fc.record({
  probability: fc.constantFrom(0.01, 1e-4, 1e-9),
  /** Of usable, in halves: how far the worst case may go. */
  halves: fc.constantFrom(2, 2, 3),
});

/** Topologies judged by how probable it is that more is in use than usable; some by their worst case as well. */
export const judgedByProbability = (topologies: fc.Arbitrary<Topology>): fc.Arbitrary<Topology> =>
  fc.tuple(topologies, accepted).map(([given, { probability, halves }]) => {
    const overcommit = { numerator: halves, denominator: 2 };
    const policy = { ...given.policy, overcommitProbability: probability, overcommit };
    const poolers = new Map(given.poolers.map((pooler) => [pooler.name, pooler]));
    return { ...given, policy, databases: judged(given.databases, poolers, given.services, policy) };
  });

/**
 * The same where little but the probability decides: every service has traffic that its pools can serve, nothing else
 * bounds them, and databases have a part of the connections that all open at once. Which services deploy or run does not
 * depend on sizes.
 */
export const bets = (topologies: fc.Arbitrary<Topology>): fc.Arbitrary<Topology> => {
  const share = fc.constantFrom(0.1, 0.2, 0.4, 0.6);
  const loaded = fc
    .tuple(topologies, fc.array(share, { minLength: 8, maxLength: 8 }), fc.constantFrom(0.5, 0.7, 0.9))
    .map(([given, shares, part]) => {
      const services = given.services.map((service, index) => ({
        ...service,
        threads: null,
        maxPool: null,
        exclusive: null,
        pools: service.pools.map((pool) => ({ ...pool, held: 1 })),
        traffic: trafficFor(service, shares[index] as number),
      }));
      const all = { ...given, services, policy: { ...given.policy, concurrentDeploys: Infinity } };
      return {
        ...all,
        databases: all.databases.map((each, index) => ({ ...each, maxConnections: partOf(all, index, part) })),
      };
    });
  return judgedByProbability(loaded);
};

function trafficFor({ nodes, processes, pools }: Service, share: number): Traffic {
  const busy = share * nodes * processes * Math.min(...pools.map(({ size, overflow }) => size + overflow));
  return { rate: busy * 100, hold: 0.01, cv: 1, external: 0, skew: 1, targetWait: null, percentile: 99 };
}

function partOf(given: Topology, index: number, part: number): number {
  const scenarios = worstCases(given).databases[index]?.scenarios ?? [];
  return 3 + Math.ceil(part * Math.max(...scenarios.map(({ connections }) => connections)));
}
