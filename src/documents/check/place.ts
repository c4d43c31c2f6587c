import type { Location } from '../../findings/types.ts';

/** A place as other programs name it. */
export interface ReportedPlace {
  /** Relative to where the command ran, unless it was given as an absolute one; forward slashes, no `./`. */
  readonly path: string;
  /** From 1, columns in UTF-16 code units; null where all of the file is meant. */
  readonly line: number | null;
  readonly column: number | null;
}

/** Where a finding or a mistake is: its own place, else the file that it is in. */
export function placeOf(file: string, location: Location | null): ReportedPlace {
  if (location === null) return { path: plainPath(file), line: null, column: null };
  return { path: plainPath(location.path), line: location.line, column: location.column };
}

/**
 * The path with forward slashes and without `.` and `dir/..`, so that it is that of the repository for every program
 * that only compares text. A backslash counts as a slash: it is one on Windows, and elsewhere next to nobody has one
 * in a name.
 */
export function plainPath(path: string): string {
  const [, root = '', rest = ''] = /^((?:[A-Za-z]:)?\/|)(.*)$/s.exec(path.replaceAll('\\', '/')) ?? [];
  const segments: string[] = [];
  for (const segment of rest.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..' && segments.length > 0 && segments.at(-1) !== '..') segments.pop();
    else segments.push(segment);
  }
  return root + segments.join('/') || '.';
}
