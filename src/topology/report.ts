import { printable } from '../findings/printable.ts';
import type { Location, Problem } from '../findings/types.ts';
import { nearest } from './nearest.ts';
import { toPath } from './paths.ts';
import { isMap, named, type Segments, valueAt } from './segments.ts';
import type { Source } from './source.ts';
import type { Assumption } from './types.ts';

/** Most names a hint lists; of more it shows the nearest only. */
const mostListed = 40;

/** Collects what is wrong with a file and what had to be assumed; places are looked up only for what is wrong. */
export interface Report {
  /** The value at a path is wrong. `expected` completes "Expected ...". */
  readonly wrong: (at: Segments, expected: string) => void;
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
  /** A number that nobody gave. */
  readonly assume: (at: Segments, value: string, reason: string) => void;
  /** A value that comes from the catalog; `source` says from what. */
  readonly catalogued: (at: Segments, source: string) => void;
  readonly problems: Problem[];
  readonly assumptions: Assumption[];
  /** What was taken from the catalog, by path. */
  readonly fromCatalog: Map<string, string>;
}

/** A report about a source. */
export function reportOn(source: Source): Report {
  const problems: Problem[] = [];
  const assumptions: Assumption[] = [];
  const fromCatalog = new Map<string, string>();
  const add = (location: Location | null, message: string, hint: string | null) => {
    problems.push({ location: location ?? source.at(0), message, hint });
  };
  return {
    problems,
    assumptions,
    fromCatalog,
    catalogued: (at, from) => fromCatalog.set(toPath(at), from),
    wrong: (at, expected) =>
      add(nearestPlace(source, at), `${named(at)} cannot be ${shown(source, at)}`, `Expected ${expected}.`),
    unknownName: (at, kind, names) => {
      const all = [...names];
      add(
        nearestPlace(source, at),
        `${named(at)}: there is no ${kind} ${shown(source, at)}`,
        suggestion(`${valueAt(source.value, at)}`, all),
      );
    },
    unknownKey: (at, keys) => {
      const key = `${at.at(-1)}`;
      const parent = at.length === 1 ? 'the topology' : named(at.slice(0, -1));
      add(source.locateKey(at), `${parent} has no key \`${printable(key)}\``, suggestion(key, keys));
    },
    wrongKey: (at, expected) => {
      add(source.locateKey(at), `\`${printable(`${at.at(-1)}`)}\` cannot be a name`, `Expected ${expected}.`);
    },
    missing: (at, expected) => {
      const parent = at.slice(0, -1);
      add(nearestPlace(source, parent), `${named(parent)} lacks \`${at.at(-1)}\``, `Expected ${expected}.`);
    },
    problem: (at, message, hint) => add(nearestPlace(source, at), message, hint),
    keyProblem: (at, message, hint) => add(source.locateKey(at) ?? nearestPlace(source, at), message, hint),
    assume: (at, value, reason) => assumptions.push({ on: toPath(at), value, reason }),
  };
}

/** The place of the deepest value on a path that the source has. */
export function nearestPlace(source: Source, at: Segments): Location {
  for (let length = at.length; length > 0; length--) {
    const place = source.locate(at.slice(0, length));
    if (place !== null) return place;
  }
  return source.at(0);
}

function shown(source: Source, at: Segments): string {
  const written = source.written(at);
  if (written !== null) return `\`${printable(written)}\``;
  const value = valueAt(source.value, at);
  if (Array.isArray(value)) return 'a list';
  if (isMap(value)) return 'a map';
  return value === null ? 'empty' : `\`${printable(`${value}`)}\``;
}

/** What to write instead of an unknown name: the nearest of the valid ones, and all of them. */
export function suggestion(name: string, names: readonly string[]): string {
  const near = nearest(name, names);
  const meant = near === null ? '' : `Did you mean \`${printable(near)}\`? `;
  if (names.length === 0) return `${meant}None is defined.`;
  const some = names.slice(0, mostListed).map((each) => printable(each));
  return `${meant}Valid here: ${some.join(', ')}${names.length > mostListed ? ', ...' : ''}.`;
}
