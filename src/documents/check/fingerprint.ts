import { createHash } from 'node:crypto';
import { plainPath } from './place.ts';

/**
 * What a finding is recognized by in later runs, as 32 hexadecimal digits: its file, its rule and what it is on. Neither
 * lines nor numbers go in, so it survives moved lines and a finding that gets better or worse.
 */
export function fingerprint(file: string, rule: string, on: string): string {
  const identity = JSON.stringify([plainPath(file), rule, on]);
  return createHash('sha256').update(identity).digest('hex').slice(0, 32);
}
