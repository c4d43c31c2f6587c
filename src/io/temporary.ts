import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';

/** Makes a new folder in another and gives its path. */
export function newFolder(parent: string): string {
  return mkdtempSync(join(parent, 'connbudget-'));
}
