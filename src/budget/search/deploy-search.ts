import { type LimitedRoutes, passedOn } from '../network/routes.ts';
import { fill } from './deploy-fill.ts';
import { type Candidate, type Position, positionOf, withLoads } from './deploy-position.ts';
import { appraise, type Prices, pricesOf } from './deploy-prices.ts';

/** The best choice of candidates that was found. */
export interface BestDeploys<C> {
  readonly chosen: readonly C[];
  /** Connections with them. */
  readonly connections: number;
  /** No choice of interest leads to more: the connections themselves, unless the search was cut short. */
  readonly atMost: number;
  /** Positions that took prices to judge. */
  readonly priced: number;
}

/** What a search is for. */
export interface SearchGoal {
  /** Only a choice with more connections than this is of interest ... */
  readonly above: number;
  /** ... and one with more than this is as good as the best. */
  readonly enough: number;
}

/** No more positions are priced: the best choice is NP-hard to find, and a gate must not hang. Practice takes some tens. */
const maxEffort = 1_000;

/**
 * Chooses at most `slots` candidates so that the connections on the database are the most possible, given what the
 * edges already carry. Branch and bound: exact, but for a search that is cut short. Only candidates that feed several
 * edges, or limits that cross (per user and per database), make it branch at all; candidates alike are tried once. A
 * candidate that makes no difference is not chosen.
 */
export function bestDeploys<C extends Candidate>(
  routes: LimitedRoutes,
  amounts: Float64Array,
  candidates: readonly C[],
  slots: number,
  { above, enough }: SearchGoal,
  mostPriced = maxEffort,
): BestDeploys<C> {
  const connectionsWith = (chosen: readonly C[]) => passedOn(routes, withLoads(amounts, chosen));
  let best: { chosen: readonly C[]; connections: number } = { chosen: [], connections: connectionsWith([]) };
  let [priced, leftOut] = [0, 0];
  const offer = (chosen: readonly C[]) => {
    const connections = connectionsWith(chosen);
    if (connections > best.connections) best = { chosen, connections };
  };
  const hopeless = (bound: number) =>
    Math.floor(bound) <= Math.max(best.connections, above) || best.connections > enough;
  const search = (chosen: readonly C[], open: readonly C[], known: Prices | null) => {
    const left = slots - chosen.length;
    if (open.length <= left || left === 0) {
      offer([...chosen, ...open.slice(0, left)]);
      return;
    }
    const position = positionOf(routes, withLoads(amounts, chosen), open, left);
    const filled = fill(routes, position);
    offer([...chosen, ...filled.picks]);
    const bound = known ? Math.min(filled.bound, appraise(routes, position, known).bound) : filled.bound;
    if (hopeless(bound)) return;
    if (priced === mostPriced) {
      leftOut = Math.max(leftOut, Math.floor(bound));
      return;
    }
    priced += 1;
    const { prices, shares } = pricesOf(routes, position);
    offer([...chosen, ...largestShares(open, shares).slice(0, left)]);
    const narrow = narrowed(routes, position, prices, shares, Math.max(best.connections, above) + 1);
    if (!hopeless(narrow.bound)) branch([...chosen, ...narrow.sure], narrow.unsure, prices);
  };
  const branch = (chosen: readonly C[], open: readonly C[], prices: Prices) => {
    const [next, ...rest] = open;
    if (slots - chosen.length === 1) for (const last of open) offer([...chosen, last]);
    else if (next && slots > chosen.length) {
      search([...chosen, next], rest, prices);
      search(
        chosen,
        rest.filter((other) => !alike(other, next)),
        prices,
      );
    } else offer(chosen);
  };
  search(
    [],
    candidates.toSorted((a, b) => size(b) - size(a)),
    null,
  );
  const { chosen, connections } = best;
  const withoutIdle = (kept: readonly C[], candidate: C): readonly C[] => {
    const others = kept.filter((other) => other !== candidate);
    return connectionsWith(others) === connections ? others : kept;
  };
  return {
    chosen: chosen.reduceRight(withoutIdle, chosen),
    connections,
    atMost: Math.max(leftOut, connections),
    priced,
  };
}

/**
 * What the position comes to at some prices; the candidates that every choice with at least `better` connections takes,
 * and others that it may take: first those that the prices are undecided about.
 */
function narrowed<C>(
  routes: LimitedRoutes,
  position: Position<C>,
  prices: Prices,
  shares: readonly number[],
  better: number,
): { bound: number; sure: C[]; unsure: C[] } {
  const { bound, worths, last, next } = appraise(routes, position, prices);
  const [sure, undecided, decided]: [C[], C[], C[]] = [[], [], []];
  position.open.forEach(({ candidate }, index) => {
    const [worth, share] = [worths[index] as number, shares[index] as number];
    if (bound - Math.max(0, worth - next) < better) sure.push(candidate);
    else if (bound - Math.max(0, last - worth) >= better) (isWhole(share) ? decided : undecided).push(candidate);
  });
  return { bound, sure, unsure: [...undecided, ...decided] };
}

const isWhole = (share: number) => Math.abs(share - Math.round(share)) < 1e-6;

const largestShares = <C>(candidates: readonly C[], shares: readonly number[]): C[] =>
  candidates
    .map((candidate, index) => ({ candidate, share: shares[index] as number }))
    .sort((a, b) => b.share - a.share)
    .map(({ candidate }) => candidate);

const size = ({ loads }: Candidate): number =>
  Math.min(
    Number.MAX_VALUE,
    loads.reduce((sum, { connections }) => sum + connections, 0),
  );

function alike(a: Candidate, b: Candidate): boolean {
  if (a.loads.length !== b.loads.length) return false;
  return a.loads.every(({ edge, connections }, index) => {
    const other = b.loads[index];
    return other?.edge === edge && other.connections === connections;
  });
}
