import { nodesDeploying } from '../budget/demand/scenarios.ts';
import { subjectsOf } from '../budget/network/network.ts';
import { keeps } from './limits/index.ts';
import { networkWith, type SizingProblem } from './limits/problem.ts';
import type { Limit } from './limits/types.ts';
import type { Sizable } from './pools.ts';
import { oneMore } from './sharing/largest-sets.ts';
import { sumAt } from './sums.ts';
import { keepingUp } from './traffic/workload.ts';

/**
 * Says for each pool what keeps it from being larger: the tightest scenario that one connection more would break, with its
 * addends at the new sizes, or the bound of the pool itself. `inTime` are the sizes that would do if no node drained
 * longer than declared.
 */
export function reasonsFor(
  problem: SizingProblem,
  limits: readonly Limit[],
  sizes: readonly number[],
  inTime: readonly number[],
): (pool: number) => string {
  const sums = new Map<Limit, string>();
  const network = networkWith(problem, sizes);
  const sumOf = (limit: Limit) => {
    const sum = sums.get(limit) ?? sumAt(network, limit, problem.topology.policy);
    sums.set(limit, sum);
    return sum;
  };
  return (index) => {
    const pool = problem.pools[index] as Sizable;
    const [size, enough] = [sizes[index] as number, inTime[index] as number];
    const larger = oneMore(sizes, [index]);
    const broken = limits.filter((limit) => limit.costs.has(index) && !keeps(limit, larger));
    const [tightest] = broken.sort((a, b) => room(a, sizes) - room(b, sizes));
    if (size === pool.highest || !tightest) return boundOf(pool, size);
    const draining = broken.find(({ scenario }) => scenario.kind === 'draining');
    if (enough <= size || !draining) return sumOf(tightest);
    return `${sumOf(draining)}; ${enough} would do if old nodes were known to leave in time: declare drain and ready_after of ${lateOf(draining)}`;
  };
}

const room = (limit: Limit, sizes: readonly number[]) => limit.room - limit.connections(sizes);

/** Which bound of its own a pool of this size has reached. */
export function boundOf({ service, pool, highest }: Sizable, size: number): string {
  const { threads, maxPool } = service;
  if (highest === Infinity)
    return `without a limit one process may take everything; there is no use for more than ${size}`;
  if (threads !== null && pool.held > 1 && highest === threads * (pool.held - 1) + 1) {
    return `${threads} threads that hold ${pool.held} at once each need ${highest}, so that one can always finish`;
  }
  if (threads !== null && highest === threads * pool.held) return `${threads} threads use no more than ${highest}`;
  if (highest === keepingUp(service)) return `with less than ${highest} it can not keep up with its traffic`;
  return maxPool === null ? `min_pool is ${service.minPool}` : `max_pool is ${maxPool}`;
}

const shown = 3;

/** What drains longer in the limit's scenario than anyone declared. */
function lateOf({ scenario, network }: Limit): string {
  const late = subjectsOf(network).filter(
    (subject) => nodesDeploying(scenario, subject) > nodesDeploying({ ...scenario, kind: 'deploy' }, subject),
  );
  const names = late.slice(0, shown).map(({ name }) => name);
  return late.length > shown ? `${names.join(', ')} and ${late.length - shown} more` : names.join(', ');
}
