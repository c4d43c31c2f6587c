import {
  boolCoreTag,
  constructFromEvents,
  defineMappingTag,
  defineScalarTag,
  EVENT_ID,
  type Event,
  mapTag,
  mergeTag,
  NOT_RESOLVED,
  nullCoreTag,
  parseEvents,
  Schema,
  seqTag,
  strTag,
  YAMLException,
} from 'js-yaml';
import type { Location, Problem } from '../findings/types.ts';
import { findHugeAlias, maxAliasedValues } from './alias-bounds.ts';
import { findDuplicateKeys } from './duplicate-keys.ts';
import { packEvents } from './marks.ts';
import { type Source, toSource } from './source.ts';
import { findUnreadable } from './unreadable.ts';
import { explain } from './yaml-errors.ts';

/** What reading a text gave: a source, or null when the problems leave none; duplicate keys leave one. */
export interface Reading {
  readonly source: Source | null;
  readonly problems: readonly Problem[];
}

/** Decimal integers alone. `1.5` and `1e3` stay text: ratios are read from it exactly, and counts refuse it. */
const integerTag = defineScalarTag('tag:yaml.org,2002:int', {
  implicit: true,
  implicitFirstChars: ['-', ...'0123456789'],
  resolve: (text) => (/^-?(?:0|[1-9][0-9]*)$/.test(text) ? Number(text) + 0 : NOT_RESOLVED),
  identify: Number.isInteger,
});

/** Maps as plain objects whose keys are text or integers. */
const objectTag = defineMappingTag<Record<string, unknown>>('tag:yaml.org,2002:map', {
  create: () => ({}),
  addPair: (map, key, value) => {
    if (typeof key !== 'string' && typeof key !== 'number') return 'a key must be text';
    if (key === '__proto__') return '"__proto__" cannot be a key';
    map[key] = value;
    return '';
  },
  has: (map, key) => Object.hasOwn(map, String(key)),
  keys: Object.keys,
  get: (map, key) => map[String(key)],
  identify: mapTag.identify,
});

const schema = new Schema([strTag, nullCoreTag, boolCoreTag, integerTag, seqTag, objectTag, mergeTag]);

/** Reads one YAML document; JSON is YAML too. A byte order mark is no part of the text. */
export function readYaml(path: string, text: string): Reading {
  const clean = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const unreadable = findUnreadable(path, clean);
  if (unreadable !== null) return { source: null, problems: [unreadable] };
  try {
    const events = parseEvents(clean, { maxDepth: 64 });
    return readEvents(path, clean, events);
  } catch (error) {
    return { source: null, problems: [toProblem(path, clean, error)] };
  }
}

function readEvents(path: string, text: string, events: Event[]): Reading {
  const marks = packEvents(text, events);
  const empty = toSource(path, text, marks, null);
  const failed = (location: Location, message: string, hint: string): Reading => ({
    source: null,
    problems: [{ location, message, hint }],
  });
  const documents = events.filter((event) => event.type === EVENT_ID.DOCUMENT);
  if (documents.length > 1) {
    const separators = [...text.matchAll(/^---(?=\s|$)/gm)];
    return failed(
      empty.at(separators[documents[0]?.explicitStart ? 1 : 0]?.index ?? 0),
      'the file holds more than one YAML document',
      'One file describes one topology: remove the `---` line, or plan each document as a file of its own.',
    );
  }
  const huge = findHugeAlias(text, events);
  if (huge !== null) return failed(empty.at(huge.offset), huge.message, huge.hint);
  const options = { source: text, schema, maxTotalMergeKeys: maxAliasedValues };
  try {
    return { source: toSource(path, text, marks, constructFromEvents(events, options)[0]), problems: [] };
  } catch (error) {
    const problems = findDuplicateKeys(empty, text, events);
    if (problems.length === 0) throw error;
    const value = constructFromEvents(events, { ...options, json: true })[0];
    return { source: toSource(path, text, marks, value), problems };
  }
}

function toProblem(path: string, text: string, error: unknown): Problem {
  if (!(error instanceof YAMLException)) throw error;
  const { line = 0, column = 0, position = 0 } = error.mark ?? {};
  const opensLine = text.slice(position - column, position).trim() === '';
  return { location: { path, line: line + 1, column: column + 1 }, ...explain(error.reason, opensLine) };
}
