import { type Basins, passedOn } from './basins.ts';
import { boundOf, type Candidate, withLoads } from './deploy-bound.ts';

/** The best choice of candidates, and the connections with them. */
export interface Found<C> {
  readonly chosen: readonly C[];
  readonly connections: number;
}

/**
 * Chooses at most `slots` candidates so that the connections on the database are the most possible, given what the
 * sinks already carry. Exact: branch and bound. Only candidates that feed several sinks, or limits that cross (per user
 * and per database), make it branch at all; candidates alike are tried once. A candidate that makes no difference is not
 * chosen.
 */
export function bestDeploys<C extends Candidate>(
  basins: Basins,
  amounts: Float64Array,
  candidates: readonly C[],
  slots: number,
): Found<C> {
  const connectionsWith = (chosen: readonly C[]) => passedOn(basins, withLoads(amounts, chosen));
  let best: Found<C> = { chosen: [], connections: connectionsWith([]) };
  const offer = (chosen: readonly C[]) => {
    const connections = connectionsWith(chosen);
    if (connections > best.connections) best = { chosen, connections };
  };
  const search = (chosen: readonly C[], open: readonly C[]) => {
    const left = slots - chosen.length;
    if (open.length <= left || left === 0) {
      offer([...chosen, ...open.slice(0, left)]);
      return;
    }
    const { bound, picks } = boundOf(basins, withLoads(amounts, chosen), open, left);
    offer([...chosen, ...picks]);
    if (bound <= best.connections) return;
    const [next, ...rest] = open as [C, ...C[]];
    search([...chosen, next], rest);
    search(
      chosen,
      rest.filter((other) => !alike(other, next)),
    );
  };
  if (candidates.length > 0)
    search(
      [],
      candidates.toSorted((a, b) => size(b) - size(a)),
    );
  return { ...best, chosen: best.chosen.reduceRight(withoutIdle, best.chosen) };

  function withoutIdle(kept: readonly C[], candidate: C): readonly C[] {
    const others = kept.filter((other) => other !== candidate);
    return connectionsWith(others) === best.connections ? others : kept;
  }
}

const size = ({ loads }: Candidate): number =>
  Math.min(
    Number.MAX_VALUE,
    loads.reduce((sum, { connections }) => sum + connections, 0),
  );

function alike(a: Candidate, b: Candidate): boolean {
  if (a.loads.length !== b.loads.length) return false;
  return a.loads.every(({ sink, connections }, index) => {
    const other = b.loads[index];
    return other?.sink === sink && other.connections === connections;
  });
}
