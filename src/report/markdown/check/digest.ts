import { createHash } from 'node:crypto';
import type { CheckDocument } from '../../../documents/check/types.ts';

/**
 * Keys of what may differ though verdict, numbers and findings are the same: places in files, wording, and edits, which
 * count by the numbers that they move.
 */
const left = new Set(['location', 'line', 'message', 'why', 'remedy', 'reason', 'accepted_for', 'causes', 'cause']);

/**
 * What a comment is recognized by, as 16 hexadecimal digits: another one when the verdict, a number, a finding or a mistake
 * in a file is another, and the same when only lines moved, a text was worded otherwise, or the base has another name.
 */
export function digest({ base, changes, baseline, unjudged, ...check }: CheckDocument): string {
  const unnamed = changes?.map((diff) => ({ ...diff, base: diff.base !== null })) ?? null;
  // A mistake is recognized by its message alone.
  const mistakes = unjudged.map(({ path, problems }) => [path, problems.map(({ message }) => message)]);
  const compared = { base: base !== null, changes: unnamed, stale: baseline?.stale ?? null, mistakes };
  const json = JSON.stringify({ ...check, ...compared }, (key, value) => (left.has(key) ? undefined : value));
  return createHash('sha256').update(json).digest('hex').slice(0, 16);
}
