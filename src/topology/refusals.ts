import type { Problem } from '../findings/types.ts';
import { shortFormOf } from './paths.ts';
import { nearestPlace } from './problem-collector.ts';
import { dotted, isMap, named, type Segments, valueAt } from './segments.ts';
import type { Source } from './source.ts';
import type { Word } from './words.ts';

/** A number that a file shall give, the path as a person knows it, and where the file has it. */
interface RefusedChange {
  readonly path: string;
  readonly segments: Segments;
  readonly to: number;
}

/** The text stands elsewhere, behind an alias or a merge key at `via`. */
export function borrowed({ at }: Source, { path, to }: RefusedChange, { start }: Word, via: number): Problem {
  const { line, column } = at(via);
  return {
    location: at(start),
    message: `${quoted(path)} comes from here, through line ${line}, column ${column}`,
    hint: `If ${to} is right for all who share it, write it here by hand; else write it out on line ${line}.`,
  };
}

/** An alias repeats the text for another path. */
export function repeated({ at }: Source, { path, to }: RefusedChange, { start }: Word, other: string): Problem {
  return {
    location: at(start),
    message: `an alias repeats ${quoted(path)}: ${quoted(other)} would change with it`,
    hint: `If ${to} is right for all who share it, write it here by hand; else write the others out.`,
  };
}

/** The text has a form in which a number is none. */
export function noNumber({ at }: Source, { path, to }: RefusedChange, { start }: Word): Problem {
  return {
    location: at(start),
    message: `${quoted(path)} is written as a block or with a tag, which makes text of any number`,
    hint: `Write ${to} by hand, in their place.`,
  };
}

/** The file does not write it. */
export function missing(source: Source, { path, segments, to }: RefusedChange): Problem {
  const around = mapAround(source.value, segments);
  return {
    location: nearestPlace(source, around),
    message: `${quoted(path)} is not in the file`,
    hint: `Write \`${entry(source.value, around, segments.slice(around.length), to)}\` in ${quoted(dotted(around))}.`,
  };
}

const quoted = (path: string): string => `\`${named([path])}\``;

/** The way to the innermost map around a place. */
function mapAround(root: unknown, segments: Segments): Segments {
  const around = segments.slice(0, -1);
  return around.length === 0 || isMap(valueAt(root, around)) ? around : mapAround(root, around);
}

/** What to write into a map for a number below it, such as `pool: { size: 5 }`. What is short today keeps what it says. */
function entry(root: unknown, around: Segments, [key, ...rest]: Segments, to: number): string {
  if (rest.length === 0) return `${key}: ${to}`;
  const at = [...around, key ?? ''];
  const short = valueAt(root, at);
  const kept = short === undefined || isMap(short) ? '' : `${shortFormOf(at)}: ${short}, `;
  return `${key}: { ${kept}${entry(root, at, rest, to)} }`;
}
