import type { DatabaseBudget } from '../../budget/types.ts';
import type { Overcommit } from '../../sizing/types.ts';
import type { Policy } from '../../topology/types.ts';
import { bounded } from '../values.ts';
import type * as Doc from './types.ts';

const model =
  "every process is a queue of its own (M/M/c) with an even part of its node's traffic, independent of all others; " +
  'idle connections that a pool keeps beyond its `min` are not counted: let it close them';

/** What is known of a database beyond its worst case, in the scenarios of its budget; null where that is nothing. */
export function toOvercommit(
  { scenarios }: DatabaseBudget,
  { overcommitProbability: allowed }: Policy,
  known: Overcommit | undefined,
): Doc.DocumentOvercommit | null {
  const exceeding = scenarios.flatMap(({ name, kind, connections }) => {
    const probability = known?.probabilities.get(name);
    return probability === undefined ? [] : [{ name, kind, connections, probability }];
  });
  const declared = exceeding.filter(({ kind }) => kind !== 'draining');
  const [first, ...others] = declared.length > 0 ? declared : exceeding;
  if (known === undefined || first === undefined) return null;
  const most = others.reduce((likeliest, each) => (each.probability > likeliest.probability ? each : likeliest), first);
  return {
    scenario: most.name,
    connections: bounded(most.connections),
    probability: most.probability,
    allowed,
    model,
    modelled: known.modelled,
    scenarios: exceeding.map(({ name, probability }) => ({ name, probability })),
  };
}
