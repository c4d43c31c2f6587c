import type { From } from './statement.ts';

/** `topology.yml:4`, `--set services.web.nodes=4`, `default`, or the reason of a value that the file does not give. */
export function placeOf(from: From): string {
  if (from.kind !== 'given') return from.reason === 'the usual default' ? 'default' : from.reason;
  const { path, line } = from.location;
  return path.startsWith('--set ') ? path : `${path.slice(path.lastIndexOf('/') + 1)}:${line}`;
}
