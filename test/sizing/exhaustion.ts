import { worstCases } from '../../src/budget/index.ts';
import { overcommitOf } from '../../src/sizing/in-use/overcommit.ts';
import type { Pool, Service, Topology } from '../../src/topology/types.ts';

/**
 * Databases and poolers that break the policy of the small topologies: 10% of headroom, or the probability that is
 * accepted; clients within the limit.
 */
export function broken(topology: Topology): Set<string> {
  const { databases, poolers } = worstCases(topology);
  const target = (allowed: number) => Math.floor((allowed * 9) / 10);
  const accepted = topology.policy.overcommitProbability;
  const likely =
    accepted === null
      ? []
      : overcommitOf(topology, { databases }).filter(({ probabilities }) =>
          [...probabilities.values()].some((each) => each > accepted),
        );
  return new Set([
    ...databases
      .filter(({ allowed, scenarios }) => scenarios.some((each) => each.connections > target(allowed)))
      .map(({ name }) => name),
    ...likely.map(({ database }) => database),
    ...poolers
      .filter(({ scenarios }) => scenarios.some((each) => each.clients > each.clientLimit))
      .map(({ name }) => name),
  ]);
}

/**
 * The bounds that a recommended size keeps: nobody shut out, no thread locked out, no connection that is never used, no
 * queue that only grows.
 */
export function boundsOf(service: Service, { size, overflow, held }: Pool) {
  const { minPool, threads } = service;
  if (size + overflow === 0) return { lowest: 0, highest: 0 };
  const usable = threads === null ? Infinity : threads * held;
  const enough = held === 1 ? 0 : (threads ?? 1) * (held - 1) + 1;
  const most = Math.min(usable, service.maxPool ?? Infinity);
  const lowest = Math.min(usable, Math.max(1, minPool, enough, Math.min(most, keepingUp(service))));
  return { lowest, highest: Math.max(lowest, Math.min(size + overflow, most)) };
}

/** More connections than are in use on average in a process of the busiest node. */
export function keepingUp({ traffic, nodes, processes }: Service): number {
  if (traffic === null || nodes === 0) return 0;
  const { rate, hold, skew } = traffic;
  return Math.floor(((rate * Math.min(1, skew / nodes)) / processes) * hold) + 1;
}

/** The topology with other sizes, pool by pool. */
export function resized(given: Topology, sizeOf: (pool: Pool, service: Service) => number): Topology {
  return {
    ...given,
    services: given.services.map((service) => ({
      ...service,
      pools: service.pools.map((pool) => ({ ...pool, size: sizeOf(pool, service), overflow: 0 })),
    })),
  };
}

/** The topology with every pool as large as it is to be as long as everything fits. */
export const atBest = (given: Topology): Topology => resized(given, (pool, service) => boundsOf(service, pool).highest);

/** What not even the smallest sizes keep. */
export const hopeless = (given: Topology): Set<string> =>
  broken(resized(given, (pool, service) => boundsOf(service, pool).lowest));

interface Choice {
  readonly pool: Pool;
  /** Where its connections end. */
  readonly database: string;
  readonly weight: number;
  readonly lowest: number;
  readonly highest: number;
}

/** Pools that can open connections somewhere where sizes help and today's do not fit. */
export function choicesOf(given: Topology): Choice[] {
  const lost = hopeless(given);
  const open = [...broken(given)].filter((name) => !lost.has(name));
  return given.services.flatMap((service) =>
    service.pools.flatMap((pool) => {
      const database = given.poolers.find(({ name }) => name === pool.to)?.to ?? pool.to;
      const matters = open.some((name) => name === pool.to || name === database) && runs(given, service);
      const weight = service.weight.numerator / service.weight.denominator;
      return matters ? [{ pool, database, weight, ...boundsOf(service, pool) }] : [];
    }),
  );
}

/** Whether a service ever has a node; a rollout with extra nodes brings some of its own. */
function runs({ scenarios }: Topology, { name, nodes, maxNodes, deploy, when }: Service): boolean {
  const extra = when === 'always' && deploy.overlap.kind === 'extra' ? deploy.overlap.extra.atLeast : 0;
  return Math.max(nodes, maxNodes ?? 0, extra, ...scenarios.map((each) => each.nodes.get(name) ?? 0)) > 0;
}

/**
 * Tries all sizes of the pools, in every combination, for one that fits and is fairer than an answer: the sizes over weights,
 * sorted, come later in the dictionary. Skips what can not be fairer even if all pools to come had their highest size, and
 * what does not fit even if they had their lowest.
 */
export function fairerThan(given: Topology, choices: readonly Choice[], answer: readonly number[]): number[] | null {
  const lost = hopeless(given);
  const fits = (sizes: readonly number[]) => {
    const bySize = new Map(choices.map(({ pool }, index) => [pool, sizes[index] as number]));
    const planned = resized(given, (pool) => bySize.get(pool) ?? pool.size + pool.overflow);
    return [...broken(planned)].every((name) => lost.has(name));
  };
  const fairness = (sizes: readonly number[]) =>
    sizes.map((size, index) => size / (choices[index] as Choice).weight).sort((a, b) => a - b);
  const toBeat = fairness(answer);
  const fairer = (sizes: readonly number[]) => {
    const other = fairness(sizes);
    const at = other.findIndex((value, index) => value !== toBeat[index]);
    return at >= 0 && (other[at] as number) > (toBeat[at] as number);
  };
  const search = (sizes: readonly number[]): number[] | null => {
    const rest = choices.slice(sizes.length);
    const [next, ...others] = rest;
    if (next === undefined) return fairer(sizes) ? [...sizes] : null;
    for (let size = next.lowest; size <= next.highest; size += 1) {
      const chosen = [...sizes, size];
      if (!fairer([...chosen, ...others.map(({ highest }) => highest)])) continue;
      if (!fits([...chosen, ...others.map(({ lowest }) => lowest)])) break;
      const found = search(chosen);
      if (found) return found;
    }
    return null;
  };
  return search([]);
}
