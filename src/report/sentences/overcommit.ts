import type { DocumentDatabase } from '../../documents/plan/types.ts';
import { amount } from '../../words/figures.ts';
import { probability } from '../../words/probability.ts';

/** How far beyond usable the worst case goes, how probable that is, and what it rests on; nothing where it is not known. */
export function overcommitLines({ overcommit, usable }: DocumentDatabase): string[] {
  if (overcommit === null) return [];
  const { scenario, connections, probability: likely, allowed, model, modelled } = overcommit;
  const may = allowed === null ? '' : ` (policy allows ${probability(allowed)})`;
  const who = modelled.length === 0 ? 'everything' : `all but ${names(modelled)}`;
  return [
    `${scenario}: worst case ${amount(connections)} of ${amount(usable)}; more than ${amount(usable)} in use at once with probability ${probability(likely)} at the given traffic${may}`,
    `that probability is a model's: ${model}; ${who} counts with the most it opens`,
  ];
}

const namesShown = 4;

function names(all: readonly string[]): string {
  const shown = all.length <= namesShown + 1 ? all : all.slice(0, namesShown);
  const rest = all.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more services`;
  return shown.length === 1 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
