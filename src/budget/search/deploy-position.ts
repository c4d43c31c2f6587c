import { addLoads, type LimitedRoutes, type Load } from '../network/routes.ts';

/** A service that may deploy, and what that adds to each edge; at most one load an edge, all above 0. */
export interface Candidate {
  readonly loads: readonly Load[];
}

/** What is still open in the search for the worst set, as far as bounds need to know. */
export interface Position<C> {
  /** By edge: what it carries already, as far as its limits let it pass that on. */
  readonly carried: Float64Array;
  /** The candidates that may still be chosen, with what each load adds by itself at the most. */
  readonly open: readonly { readonly candidate: C; readonly loads: readonly Load[] }[];
  /** How many of them may be chosen. */
  readonly slots: number;
}

/** What the edges carry with some candidates deploying. */
export function withLoads(amounts: Float64Array, candidates: readonly Candidate[]): Float64Array {
  const result = Float64Array.from(amounts);
  for (const { loads } of candidates) addLoads(result, loads);
  return result;
}

/** The position in which the edges carry `amounts`, whatever else there is to choose from. */
export function positionOf<C extends Candidate>(
  { edgeLimit, opening }: LimitedRoutes,
  amounts: Float64Array,
  candidates: readonly C[],
  slots: number,
): Position<C> {
  const carried = amounts.map((amount, edge) =>
    amount === 0 ? 0 : Math.min(edgeLimit(edge), Math.max(amount, opening(edge))),
  );
  const added = ({ edge, connections }: Load): Load => {
    const opened = amounts[edge] === 0 ? Math.max(connections, opening(edge)) : connections;
    return { edge, connections: Math.min(opened, roomIn(edgeLimit(edge), carried[edge] as number)) };
  };
  const open = candidates.map((candidate) => ({
    candidate,
    loads: candidate.loads.map(added).filter(({ connections }) => connections > 0),
  }));
  return { carried, open, slots };
}

/** limit - carried, where nothing can be added to what is unbounded already. */
export const roomIn = (limit: number, carried: number): number => (limit === carried ? 0 : limit - carried);
