import { printable } from '../../findings/printable.ts';
import { nearest } from '../../topology/nearest.ts';

/** The command line asks for something that does not exist. The message says what, and what there is instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Names that are listed when none is near. */
const few = 8;

/** The error for a name (of a `kind` of thing) that is not one of `names`. */
export function unknownName(kind: string, name: string, names: readonly string[]): UsageError {
  const meant = nearest(name, names);
  const all = names.length > few ? `none of the ${names.length} is like it` : `there is ${names.join(', ')}`;
  const hint = meant === null ? all : `did you mean ${meant}?`;
  return new UsageError(`unknown ${kind} ${printable(name)}; ${hint}`);
}
