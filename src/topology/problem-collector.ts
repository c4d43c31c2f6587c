import { printable } from '../findings/printable.ts';
import type { Location, Problem } from '../findings/types.ts';
import { nearest } from './nearest.ts';
import { toPath } from './paths.ts';
import { dotted, isMap, named, type Segments, valueAt } from './segments.ts';
import type { Source } from './source.ts';
import type { Assumption } from './types.ts';
import { grouped } from './units.ts';

/** Most names a hint lists. */
const mostListed = 24;

/** Collects what is wrong with a file and what had to be assumed; places are looked up only for what is wrong. */
export interface Report {
  /** The value at a path is wrong. `expected` completes "Expected ...". */
  readonly wrong: (at: Segments, expected: string) => void;
  /** The text at a path is none of the words that are possible. */
  readonly unknownWord: (at: Segments, words: readonly string[]) => void;
  /** The text at a path is none of some names. `kind` says what they name, such as `client`. */
  readonly unknownName: (at: Segments, kind: string, names: Iterable<string>) => void;
  /** The key at a path is none of those that its map may have. */
  readonly unknownKey: (at: Segments, keys: readonly string[]) => void;
  /** The key at a path is no name that could stand there. `expected` completes "Expected ...". */
  readonly wrongKey: (at: Segments, expected: string) => void;
  /** The key at a path has to be there and is not. `expected` completes "Expected ...". */
  readonly missing: (at: Segments, expected: string) => void;
  /** Anything else, at the value of a path. */
  readonly problem: (at: Segments, message: string, hint: string | null) => void;
  /** Anything else, at the key of a path. */
  readonly keyProblem: (at: Segments, message: string, hint: string | null) => void;
  /** Nothing more is to be said about what is at a path or below it: what was there is wrong and was left out. */
  readonly giveUp: (at: Segments) => void;
  /** True when `giveUp` was said of a path. */
  readonly gaveUp: (at: Segments) => boolean;
  /** A number that nobody gave. */
  readonly assume: (at: Segments, value: string, reason: string) => void;
  /** A value that comes from the catalog; `source` says from what. */
  readonly catalogued: (at: Segments, source: string) => void;
  readonly problems: Problem[];
  readonly assumptions: Assumption[];
  /** What was taken from the catalog, by path. */
  readonly fromCatalog: Map<string, string>;
}

/** A report about a source. `whole` is what messages call the file. */
export function reportOn(source: Source, whole = 'the topology'): Report {
  const problems: Problem[] = [];
  const assumptions: Assumption[] = [];
  const fromCatalog = new Map<string, string>();
  const givenUp = new Set<string>();
  const gaveUp = (at: Segments) =>
    givenUp.size > 0 && at.some((_, index) => givenUp.has(dotted(at.slice(0, index + 1))));
  const parent = (at: Segments) => (at.length === 1 ? whole : named(at.slice(0, -1)));
  const add = (at: Segments, location: Location | null, message: string, hint: string | null) => {
    if (gaveUp(at) || problems.at(-1)?.message === message) return;
    problems.push({ location: location ?? nearestPlace(source, at), message, hint });
  };
  return {
    problems,
    assumptions,
    fromCatalog,
    giveUp: (at) => givenUp.add(dotted(at)),
    gaveUp,
    wrong: (at, expected) => {
      const { text, quoted } = shown(source, at);
      const unquoted = quoted && /^a (whole )?number/.test(expected) ? ', without quotes' : '';
      add(at, null, `${named(at)} cannot be ${text}`, `Expected ${expected}${unquoted}.`);
    },
    unknownWord: (at, words) => {
      const hint = suggestion(`${valueAt(source.value, at)}`, words);
      add(at, null, `${named(at)} cannot be ${shown(source, at).text}`, hint);
    },
    unknownName: (at, kind, names) => {
      const hint = suggestion(`${valueAt(source.value, at)}`, [...names]);
      add(at, null, `${named(at)}: there is no ${kind} ${shown(source, at).text}`, hint);
    },
    unknownKey: (at, keys) => {
      const key = `${at.at(-1)}`;
      add(at, source.locateKey(at), `${parent(at)} has no key \`${printable(key)}\``, suggestion(key, keys));
    },
    wrongKey: (at, expected) => {
      add(at, source.locateKey(at), `\`${printable(`${at.at(-1)}`)}\` cannot be a name`, `Expected ${expected}.`);
    },
    missing: (at, expected) => {
      add(at, null, `${parent(at)} lacks \`${at.at(-1)}\``, `Expected ${expected}.`);
    },
    problem: (at, message, hint) => add(at, null, message, hint),
    keyProblem: (at, message, hint) => add(at, source.locateKey(at), message, hint),
    assume: (at, value, reason) => assumptions.push({ on: toPath(at), value, reason }),
    catalogued: (at, from) => fromCatalog.set(toPath(at), from),
  };
}

/** The place of the deepest value on a path that the source has; the whole of it at least. */
export function nearestPlace(source: Source, at: Segments): Location {
  for (let length = at.length; length >= 0; length--) {
    const place = source.locate(at.slice(0, length));
    if (place !== null) return place;
  }
  return source.at(0);
}

/** The value at a path as a message quotes it. */
function shown(source: Source, at: Segments): { readonly text: string; readonly quoted: boolean } {
  const written = source.written(at);
  if (written !== null) return { text: `\`${printable(written)}\``, quoted: /^["']/.test(written) };
  const value = valueAt(source.value, at);
  if (Array.isArray(value)) return { text: 'a list', quoted: false };
  if (isMap(value)) return { text: 'a map', quoted: false };
  return { text: value === null ? 'empty' : `\`${printable(`${value}`)}\``, quoted: false };
}

/** The end of a hint: the nearest of the names that were possible, and what they are where that is not too long. */
export function suggestion(name: string, names: readonly string[]): string {
  const near = nearest(name, names);
  const meant = near === null ? [] : [`Did you mean \`${printable(near)}\`?`];
  if (names.length === 0) return 'None is defined.';
  if (near !== null && names.length > mostListed) return meant.join('');
  const listed = names.slice(0, mostListed).map((each) => printable(each));
  if (names.length > mostListed) listed.push(`... (${grouped(names.length)} in all)`);
  return [...meant, `Valid here: ${listed.join(', ')}.`].join(' ');
}
