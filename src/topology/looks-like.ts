import { isMap } from './segments.ts';
import { readYaml } from './yaml.ts';

/** True for a file that says by its name that it is a topology. */
export const isNamedTopology = (path: string): boolean => /topology[^/\\]*$/i.test(path);

/**
 * True for the text of a topology among other YAML and JSON files: at its top it has `services` and `databases` or
 * `database`. Where it is not YAML, what looks like those keys counts. A file that is named a topology is one also with
 * one of the keys, and when it is empty or no YAML at all: its mistakes are there to be found.
 */
export function looksLikeTopology(path: string, text: string): boolean {
  const isNamed = isNamedTopology(path);
  if (!isNamed && !mentions.every((word) => word.test(text))) return false;
  if (topKeys.every((line) => line.test(text))) return true;
  const value = readYaml(path, text).source?.value;
  if (!isMap(value)) return isNamed || keyLines.every((line) => line.test(text));
  const has = [Object.hasOwn(value, 'databases') || Object.hasOwn(value, 'database'), Object.hasOwn(value, 'services')];
  return isNamed ? has.some(Boolean) : has.every(Boolean);
}

/** Words without which a file is no topology: the quickest way to pass over the others. */
const mentions = [/databases?/, /services/];

/** Keys in the first column are at the top of what is not in braces. */
const topKeys = [/^databases?:/m, /^services:/m];

/** What looks like keys at the top of what is not YAML. */
const keyLines = [/^(?:[\s{]*["'])?databases?["']?\s*:/m, /^(?:[\s{]*["'])?services["']?\s*:/m];
