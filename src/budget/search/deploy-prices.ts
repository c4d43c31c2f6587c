import type { Limit, LimitedBasins, Load } from '../network/routes.ts';
import type { Position } from './deploy-position.ts';
import { maximize, type Program } from './simplex.ts';

/**
 * Prices of one connection more: to a sink, and to each limit. Multiples of a power of two, so that sums of whole numbers
 * at these prices are exact.
 */
export interface Prices {
  readonly sinks: Float64Array;
  readonly limits: ReadonlyMap<Limit, number>;
}

/** What a position comes to at some prices. */
export interface Appraisal {
  /** An upper bound on what it can lead to. */
  readonly bound: number;
  /** What each open candidate adds to the bound if it is chosen. */
  readonly worths: readonly number[];
  /** The smallest worth that the bound counts, and the largest that it does not. */
  readonly last: number;
  readonly next: number;
}

/** No connection is worth more than itself; what is not even a number costs nothing. */
const priceFrom = (hint: number) => (hint > 0 ? Math.round(Math.min(1, hint) * 2 ** 20) / 2 ** 20 : 0);

/**
 * An upper bound on what a position can lead to, whatever the prices: a connection is paid for by what brings it to its
 * sink and by the limits it passes, at no less than 1 together (weak duality of linear programs).
 */
export function appraise<C>({ sinkLimit }: LimitedBasins, position: Position<C>, prices: Prices): Appraisal {
  const { carried, open, slots } = position;
  const unpaid = new Float64Array(carried.length).fill(1);
  let bound = 0;
  for (const [{ sinks, connections }, price] of prices.limits) {
    bound += price * connections;
    for (const sink of sinks) unpaid[sink] = Math.max(0, (unpaid[sink] as number) - price);
  }
  const paid = unpaid.map((rest, sink) => {
    const price = sinkLimit(sink) === Infinity ? rest : Math.min(rest, prices.sinks[sink] as number);
    if (price > 0) bound += price * (carried[sink] as number);
    if (rest > price) bound += (rest - price) * sinkLimit(sink);
    return price;
  });
  const worth = ({ sink, connections }: Load) => (paid[sink] as number) * connections;
  const worths = open.map(({ loads }) => loads.reduce((sum, load) => sum + worth(load), 0));
  const sorted = worths.toSorted((a, b) => b - a);
  for (const each of sorted.slice(0, slots)) bound += each;
  return { bound, worths, last: sorted[slots - 1] ?? 0, next: sorted[slots] ?? 0 };
}

/**
 * The prices at which a position is appraised lowest, and how much of each open candidate would be chosen if parts could
 * be: the two sides of a linear program.
 */
export function pricesOf<C>(
  basins: LimitedBasins,
  position: Position<C>,
): { prices: Prices; shares: readonly number[] } {
  const { carried, open } = position;
  const fed = [...new Set(open.flatMap(({ loads }) => loads.map(({ sink }) => sink)))].filter(
    (sink) => basins.sinkLimit(sink) < Infinity,
  );
  // What limits one sink alone is a bound of its value.
  const shared = basins.limits.filter((limit) => limit.sinks.length > 1);
  const { values, prices } = maximize(programOf(basins, position, fed, shared));
  const sinks = new Float64Array(carried.length).fill(1);
  fed.forEach((sink, row) => {
    sinks[sink] = priceFrom(prices[row] as number);
  });
  const limits = new Map(shared.map((limit, row) => [limit, priceFrom(prices[fed.length + row] as number)]));
  return { prices: { sinks, limits }, shares: values.slice(0, open.length) };
}

/** Values: the share of each open candidate, what each limited sink passes on. Rows: the fed sinks, the limits, the slots. */
function programOf<C>(
  { sinkLimit }: LimitedBasins,
  { carried, open, slots }: Position<C>,
  fed: readonly number[],
  limits: readonly Limit[],
): Program {
  const limited = [...carried.keys()].filter((sink) => sinkLimit(sink) < Infinity);
  const passes = new Map(limited.map((sink, index) => [sink, open.length + index]));
  const row = (limit: number, values: Iterable<number>) => {
    const coefficients = new Float64Array(open.length + limited.length);
    for (const value of values) coefficients[value] = 1;
    return { coefficients, limit };
  };
  const passing = (sinks: readonly number[]) => sinks.map((sink) => passes.get(sink) as number);
  const rowOf = new Map(fed.map((sink) => [sink, row(carried[sink] as number, passing([sink]))]));
  const straight = open.map(() => 0);
  open.forEach(({ loads }, share) => {
    for (const { sink, connections } of loads) {
      const fedRow = rowOf.get(sink);
      if (fedRow) fedRow.coefficients[share] = -connections;
      else straight[share] = (straight[share] as number) + connections;
    }
  });
  const most = (sink: number) => (rowOf.has(sink) ? sinkLimit(sink) : (carried[sink] as number));
  return {
    gains: [...straight, ...limited.map(() => 1)],
    most: [...open.map(() => 1), ...limited.map(most)],
    rows: [
      ...rowOf.values(),
      ...limits.map(({ sinks, connections }) => row(connections, passing(sinks))),
      row(slots, open.keys()),
    ],
  };
}
