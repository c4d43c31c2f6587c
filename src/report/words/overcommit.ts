import type { DocumentDatabase } from '../document-types.ts';
import { amount } from './figures.ts';

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

/** A probability with two digits: `0.25`, `3.1e-7`. */
export function probability(value: number): string {
  if (value === 0) return 'below 1e-280';
  if (value < 0.001) return value.toExponential(1).replace('.0e', 'e');
  return String(Number(value.toPrecision(2)));
}
