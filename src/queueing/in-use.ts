import { always, type Distribution } from './distribution.ts';

/**
 * Connections in use of a pool at any moment (M/M/c): how probable each number from 0 to `servers` is. Checkouts arrive
 * at random (Poisson) and wait for a free connection as long as it takes; `load` is checkouts per second x seconds that
 * one keeps its connection, 0 or more. Where it reaches the servers (a whole number), all of them are always in use.
 *
 * It follows from balance: the step from k in use to k + 1 is made as often as the one back, so each probability is the
 * one before x load / (k + 1), and in the last all lengths of the queue come together. Exact where times of use are
 * exponential (cv 1); for others a model. Only if nobody waited would the kind of the times make no difference; simulated
 * for cv 0 to 2 and utilizations to 70%, the probability that all are in use is off by no more than a tenth.
 */
export function connectionsInUse(servers: number, load: number): Distribution {
  if (load >= servers) return always(servers);
  const weights = new Float64Array(servers + 1);
  // From the most probable number outwards, so that nothing overflows and only what is below 1e-300 vanishes.
  const middle = Math.floor(load);
  weights[middle] = 1;
  for (let k = middle; k > 0; k -= 1) weights[k - 1] = (weights[k] as number) * (k / load);
  for (let k = middle; k < servers; k += 1) weights[k + 1] = (weights[k] as number) * (load / (k + 1));
  weights[servers] = (weights[servers] as number) * (servers / (servers - load));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { least: 0, probabilities: weights.map((weight) => weight / total), limit: Infinity, beyond: 0 };
}
