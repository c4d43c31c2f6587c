import type { DocumentDatabase } from '../../documents/plan/types.ts';
import { amount } from '../../words/figures.ts';
import { listed } from '../../words/lists.ts';
import { probability } from '../../words/probability.ts';

const mostNames = 5;

/** How far beyond usable the worst case goes, how probable that is, and what it rests on; nothing where it is not known. */
export function overcommitLines({ overcommit, usable }: DocumentDatabase): string[] {
  if (overcommit === null) return [];
  const { scenario, connections, probability: likely, allowed, model, modelled } = overcommit;
  const may = allowed === null ? '' : ` (policy allows ${probability(allowed)})`;
  const who = modelled.length === 0 ? 'everything' : `all but ${listed(modelled, mostNames, 'services')}`;
  return [
    `${scenario}: worst case ${amount(connections)} of ${amount(usable)}; more than ${amount(usable)} in use at once with probability ${probability(likely)} at the given traffic${may}`,
    `that probability is a model's: ${model}; ${who} counts with the most it opens`,
  ];
}
