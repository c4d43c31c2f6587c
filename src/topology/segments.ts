import { printable } from '../findings/printable.ts';

/** The way from the top of a file to a value: keys of maps and indexes of lists. */
export type Segments = readonly (string | number)[];

/** Segments as a person writes them: `services.web.nodes`, `policy.accept[2].rule`. */
export function dotted(segments: Segments): string {
  let path = '';
  for (const segment of segments) {
    if (typeof segment === 'number') path += `[${segment}]`;
    else path += path === '' ? segment : `.${segment}`;
  }
  return path;
}

/** A path for a message. */
export function named(segments: Segments): string {
  return printable(dotted(segments), 120);
}

/** True for a YAML map. */
export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path, or undefined where the path leads nowhere. */
export function valueAt(root: unknown, segments: Segments): unknown {
  let value = root;
  for (const segment of segments) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return undefined;
    value = (value as Record<string | number, unknown>)[segment];
  }
  return value;
}
