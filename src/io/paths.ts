import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';

/** A path as it is seen from the folder of a file, with forward slashes. */
export function seenFrom(file: string, path: string): string {
  return relative(dirname(resolve(file)), resolve(path))
    .split(sep)
    .join('/');
}

/** True when there is something at a path, which may be seen from the folder of a file. */
export function isThere(path: string, file = ''): boolean {
  return existsSync(resolve(dirname(file), path));
}

/** True when two paths mean the same place. */
export function isSamePath(a: string, b: string): boolean {
  return resolve(a) === resolve(b);
}
