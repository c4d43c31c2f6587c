import type { System, Workload } from './types.ts';

/** The servers that the work would keep busy if there were enough of them, in Erlang: Little's law, rate x hold (Little 1961). */
export function loadOf({ rate, hold }: Workload): number {
  return rate * hold;
}

/**
 * The mean number of servers in use: the load, by Little's law for the servers alone, whatever the distribution of the
 * hold and however long the queue. All of them where the load is more than they can do.
 */
export function meanInUse(system: System): number {
  return Math.min(loadOf(system), system.servers);
}

/** The share of time that a server is in use, 0 to 1; 0 where servers are unbounded. */
export function utilization(system: System): number {
  return meanInUse(system) / system.servers;
}
