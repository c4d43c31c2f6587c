import type { LimitedRoutes, Load, SharedCapacity } from '../network/routes.ts';
import type { Position } from './deploy-position.ts';
import { maximize, type Program } from './simplex.ts';

/**
 * Prices of one connection more: to an edge, and to each limit. Multiples of a power of two, so that sums of whole numbers
 * at these prices are exact.
 */
export interface Prices {
  readonly edges: Float64Array;
  readonly limits: ReadonlyMap<SharedCapacity, number>;
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
 * edge and by the limits it passes, at no less than 1 together (weak duality of linear programs).
 */
export function appraise<C>({ edgeLimit }: LimitedRoutes, position: Position<C>, prices: Prices): Appraisal {
  const { carried, open, slots } = position;
  const unpaid = new Float64Array(carried.length).fill(1);
  let bound = 0;
  for (const [{ edges, connections }, price] of prices.limits) {
    bound += price * connections;
    for (const edge of edges) unpaid[edge] = Math.max(0, (unpaid[edge] as number) - price);
  }
  const paid = unpaid.map((rest, edge) => {
    const price = edgeLimit(edge) === Infinity ? rest : Math.min(rest, prices.edges[edge] as number);
    if (price > 0) bound += price * (carried[edge] as number);
    if (rest > price) bound += (rest - price) * edgeLimit(edge);
    return price;
  });
  const worth = ({ edge, connections }: Load) => (paid[edge] as number) * connections;
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
  routes: LimitedRoutes,
  position: Position<C>,
): { prices: Prices; shares: readonly number[] } {
  const { carried, open } = position;
  const fed = [...new Set(open.flatMap(({ loads }) => loads.map(({ edge }) => edge)))].filter(
    (edge) => routes.edgeLimit(edge) < Infinity,
  );
  // What limits one edge alone is a bound of its value.
  const shared = routes.limits.filter((limit) => limit.edges.length > 1);
  const { values, prices } = maximize(programOf(routes, position, fed, shared));
  const edges = new Float64Array(carried.length).fill(1);
  fed.forEach((edge, row) => {
    edges[edge] = priceFrom(prices[row] as number);
  });
  const limits = new Map(shared.map((limit, row) => [limit, priceFrom(prices[fed.length + row] as number)]));
  return { prices: { edges, limits }, shares: values.slice(0, open.length) };
}

/** Values: the share of each open candidate, what each limited edge passes on. Rows: the fed edges, the limits, the slots. */
function programOf<C>(
  { edgeLimit }: LimitedRoutes,
  { carried, open, slots }: Position<C>,
  fed: readonly number[],
  limits: readonly SharedCapacity[],
): Program {
  const limited = [...carried.keys()].filter((edge) => edgeLimit(edge) < Infinity);
  const passes = new Map(limited.map((edge, index) => [edge, open.length + index]));
  const row = (limit: number, values: Iterable<number>) => {
    const coefficients = new Float64Array(open.length + limited.length);
    for (const value of values) coefficients[value] = 1;
    return { coefficients, limit };
  };
  const passing = (edges: readonly number[]) => edges.map((edge) => passes.get(edge) as number);
  const rowOf = new Map(fed.map((edge) => [edge, row(carried[edge] as number, passing([edge]))]));
  const straight = open.map(() => 0);
  open.forEach(({ loads }, share) => {
    for (const { edge, connections } of loads) {
      const fedRow = rowOf.get(edge);
      if (fedRow) fedRow.coefficients[share] = -connections;
      else straight[share] = (straight[share] as number) + connections;
    }
  });
  const most = (edge: number) => (rowOf.has(edge) ? edgeLimit(edge) : (carried[edge] as number));
  return {
    gains: [...straight, ...limited.map(() => 1)],
    most: [...open.map(() => 1), ...limited.map(most)],
    rows: [
      ...rowOf.values(),
      ...limits.map(({ edges, connections }) => row(connections, passing(edges))),
      row(slots, open.keys()),
    ],
  };
}
