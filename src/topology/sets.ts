import { printable } from '../findings/printable.ts';
import type { Location, Problem } from '../findings/types.ts';
import { nearest } from './nearest.ts';
import { shortFormOf, toSegments, withValue } from './paths.ts';
import { named, type Segments, valueAt } from './segments.ts';
import type { Source } from './source.ts';
import { readYaml } from './yaml.ts';

/** A source with changes laid over it, and what is wrong with the changes as such. */
export interface Changed {
  readonly source: Source;
  readonly problems: readonly Problem[];
}

/** One change: the value that a path gets. */
interface SetChange {
  readonly segments: Segments;
  readonly value: Source;
  /** Where the last part of the path stands. */
  readonly key: Location;
}

/**
 * Lays changes such as `services.web.nodes=40` over a file, one after the other. The right side is YAML on one line.
 * Keys may be new; databases, poolers, services and scenarios have to exist, unless the change gives all of one.
 */
export function applySets(file: Source, sets: readonly string[]): Changed {
  const problems: Problem[] = [];
  let source = file;
  for (const text of sets) {
    const change = readChange(text, source.value, problems);
    if (change !== null) source = overlay(source, change);
  }
  return { source, problems };
}

/** The path that locations in a change have. */
export function setPath(text: string): string {
  return `--set ${printable(text, 200)}`;
}

function readChange(text: string, root: unknown, problems: Problem[]): SetChange | null {
  const path = setPath(text);
  const equals = text.indexOf('=');
  const fail = (offset: number, message: string, hint: string | null): null => {
    problems.push({ location: { path, line: 1, column: offset + 1 }, message, hint });
    return null;
  };
  const target = text.slice(0, equals).trim();
  if (equals === -1 || target === '') {
    return fail(0, `\`${printable(text)}\` sets nothing`, 'Write a path and a value, such as services.web.nodes=40.');
  }
  if (target.length > 1000) return fail(0, 'the path is longer than 1,000 characters', null);
  const segments = toSegments(target, root);
  for (let length = 1; length <= segments.length; length++) {
    const step = segments.slice(0, length);
    const refusal = refuseItem(step, root) ?? (length < segments.length ? refuse(step, root) : null);
    if (refusal !== null) return fail(offsetOf(text, step), refusal.message, refusal.hint);
  }
  const { source: value, problems: inValue } = readYaml(path, ' '.repeat(equals + 1) + text.slice(equals + 1));
  problems.push(...inValue);
  return value && { segments, value, key: { path, line: 1, column: offsetOf(text, segments) + 1 } };
}

type Refusal = Pick<Problem, 'message' | 'hint'>;

/** Why a place is no item of the list it is in, or null when it is one or is in no list. */
function refuseItem(segments: Segments, root: unknown): Refusal | null {
  const list = valueAt(root, segments.slice(0, -1));
  const index = segments.at(-1);
  if (!Array.isArray(list) || (typeof index === 'number' && index < list.length)) return null;
  return {
    message: `there is no \`${named(segments)}\` in the file`,
    hint: list.length === 0 ? 'The list is empty.' : `Its items are [0] to [${list.length - 1}].`,
  };
}

/** Why nothing can be set below a place, or null when something can. */
function refuse(segments: Segments, root: unknown): Refusal | null {
  const value = valueAt(root, segments);
  if (value === undefined && isEntry(segments)) {
    const [section = '', name = section] = segments;
    const others = Object.keys(section === 'database' ? (root as object) : Object(valueAt(root, [section])));
    const near = nearest(`${name}`, others);
    return {
      message: `there is no \`${named(segments)}\` in the file`,
      hint: near === null ? null : `Did you mean \`${printable(near)}\`?`,
    };
  }
  if (value === undefined || value === null || typeof value === 'object') return null;
  if (shortFormOf(segments) !== null) return null;
  return { message: `\`${named(segments)}\` is not a map: nothing can be set in it`, hint: null };
}

function isEntry(segments: Segments): boolean {
  const [section] = segments;
  if (section === 'database') return segments.length === 1;
  return segments.length === 2 && ['databases', 'poolers', 'services', 'scenarios'].includes(`${section}`);
}

/** Where the last of some segments begins in a change's text. */
function offsetOf(text: string, segments: Segments): number {
  let offset = 0;
  let end = 0;
  for (const segment of segments) {
    const found = text.indexOf(`${segment}`, end);
    if (found === -1) continue;
    offset = found;
    end = found + `${segment}`.length;
  }
  return offset;
}

function overlay(below: Source, { segments, value, key }: SetChange): Source {
  const isEmpty = value.value === undefined || value.value === null;
  /** The rest of a path that leads into the change, or null for any other path. */
  const inside = (asked: Segments) => (startsWith(asked, segments) ? asked.slice(segments.length) : null);
  /** The place of what the change had to open on its way. */
  const opened = (asked: Segments) => (startsWith(segments, asked) ? key : null);
  return {
    path: below.path,
    at: below.at,
    value: withValue(below.value, segments, value.value ?? null),
    locate: (asked) => {
      const rest = inside(asked);
      if (rest === null) return below.locate(asked) ?? opened(asked);
      return rest.length === 0 && isEmpty ? key : value.locate(rest);
    },
    locateKey: (asked) => {
      const rest = inside(asked);
      if (rest === null) return below.locateKey(asked) ?? opened(asked);
      return rest.length === 0 ? key : value.locateKey(rest);
    },
    written: (asked) => {
      const rest = inside(asked);
      return rest === null ? below.written(asked) : value.written(rest);
    },
  };
}

function startsWith(path: Segments, start: Segments): boolean {
  return start.every((segment, index) => segment === path[index]);
}
