import { addLoads, type LimitedBasins, type Load } from '../network/routes.ts';

/** A service that may deploy, and what that adds to each sink; at most one load a sink, all above 0. */
export interface Candidate {
  readonly loads: readonly Load[];
}

/** What is still open in the search for the worst set, as far as bounds need to know. */
export interface Position<C> {
  /** By sink: what it carries already, as far as its limits let it pass that on. */
  readonly carried: Float64Array;
  /** The candidates that may still be chosen, with what each load adds by itself at the most. */
  readonly open: readonly { readonly candidate: C; readonly loads: readonly Load[] }[];
  /** How many of them may be chosen. */
  readonly slots: number;
}

/** What the sinks carry with some candidates deploying. */
export function withLoads(amounts: Float64Array, candidates: readonly Candidate[]): Float64Array {
  const result = Float64Array.from(amounts);
  for (const { loads } of candidates) addLoads(result, loads);
  return result;
}

/** The position in which the sinks carry `amounts`, whatever else there is to choose from. */
export function positionOf<C extends Candidate>(
  { sinkLimit, opening }: LimitedBasins,
  amounts: Float64Array,
  candidates: readonly C[],
  slots: number,
): Position<C> {
  const carried = amounts.map((amount, sink) =>
    amount === 0 ? 0 : Math.min(sinkLimit(sink), Math.max(amount, opening(sink))),
  );
  const added = ({ sink, connections }: Load): Load => {
    const opened = amounts[sink] === 0 ? Math.max(connections, opening(sink)) : connections;
    return { sink, connections: Math.min(opened, roomIn(sinkLimit(sink), carried[sink] as number)) };
  };
  const open = candidates.map((candidate) => ({
    candidate,
    loads: candidate.loads.map(added).filter(({ connections }) => connections > 0),
  }));
  return { carried, open, slots };
}

/** limit - carried, where nothing can be added to what is unbounded already. */
export const roomIn = (limit: number, carried: number): number => (limit === carried ? 0 : limit - carried);
