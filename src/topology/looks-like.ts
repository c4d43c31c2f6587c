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
  const value = readYaml(path, text).source?.value;
  if (!isMap(value)) return isNamed || keyLines.every((line) => line.test(text));
  const has = [Object.hasOwn(value, 'databases') || Object.hasOwn(value, 'database'), Object.hasOwn(value, 'services')];
  return isNamed ? has.some(Boolean) : has.every(Boolean);
}

/** Words without which a file is no topology, which is faster to see than what YAML makes of them. */
const mentions = [/databases?/, /services/];

/** Keys at the top of a file, unless it has its first column to itself. */
const keyLines = [/^(?:[\s{]*["'])?databases?["']?\s*:/m, /^(?:[\s{]*["'])?services["']?\s*:/m];
