import type { Origin } from '../../../topology/types.ts';

/** Where a number or a word is from: the file, the catalog, a default; or a rule that nobody sets. */
export type From = Origin | { readonly kind: 'rule'; readonly reason: string };

/** A number in a sentence: `max_connections 100 (topology.yml:2)`, `4 nodes (topology.yml:4)`. */
export interface StatedNumber {
  readonly key?: string | undefined;
  /** Infinity: unlimited. */
  readonly value: number;
  /** `%`: a percentage; `s`: seconds. */
  readonly unit?: '%' | 's' | undefined;
  readonly noun?: string | undefined;
  /** Absent: another statement says how it comes about. */
  readonly from?: From | undefined;
}

/** A place without a number. */
export interface PathPiece {
  readonly from: From;
}

/** A part of a sentence. Text may come from the file. */
export type Piece = string | StatedNumber | PathPiece;

/** A sentence or equation, and what it rests on. */
export interface Statement {
  /** What an addend is called, and how much it is: both stand before the sentence. */
  readonly addend?: { readonly name: string; readonly amount: number };
  readonly says: readonly Piece[];
  readonly because: readonly Statement[];
}

/** An answer: its first line, then what it rests on. */
export interface Explanation {
  readonly title: readonly Piece[];
  readonly statements: readonly Statement[];
}

/** What stands between the words of a sentence. */
type Value = Piece | number | readonly Piece[];

/** Pieces of a sentence from a template; a bare number is a figure that another statement derives. */
export function say(words: TemplateStringsArray, ...values: readonly Value[]): Piece[] {
  return words.flatMap((word, index) => {
    const value = values[index];
    return [...(word === '' ? [] : [word]), ...(value === undefined ? [] : piecesOf(value))];
  });
}

function piecesOf(value: Value): readonly Piece[] {
  if (typeof value === 'number') return [{ value }];
  return isList(value) ? value : [value];
}

const isList = (value: Value): value is readonly Piece[] => Array.isArray(value);

/** A statement that rests on others. */
export const because = (
  says: readonly Piece[],
  ...reasons: readonly (Statement | readonly Statement[])[]
): Statement => ({
  says,
  because: reasons.flat(),
});

/** Pieces with ` + ` between them. */
export const sumOf = (terms: readonly (readonly Piece[])[]): Piece[] =>
  terms.flatMap((term, index) => (index === 0 ? term : [' + ', ...term]));
