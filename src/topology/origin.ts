import { shortFormOf, toPath, toSegments } from './paths.ts';
import { nearestPlace, type Report } from './report.ts';
import { type Segments, valueAt } from './segments.ts';
import type { Source } from './source.ts';
import type { Origin } from './types.ts';

/** Answers where the value at a path came from; see `Topology.origin`. */
export function originsOf(
  source: Source,
  report: Pick<Report, 'assumptions' | 'fromCatalog'>,
): (path: string) => Origin {
  let reasons: ReadonlyMap<string, string> | undefined;
  return (path) => {
    const segments = toSegments(path, source.value);
    const location = nearestPlace(source, segments);
    if (isGiven(source.value, segments)) return { kind: 'given', location };
    const known = toPath(segments);
    const plan = report.fromCatalog.get(known);
    if (plan !== undefined) return { kind: 'catalog', reason: plan, location };
    reasons ??= new Map(report.assumptions.map(({ on, reason }) => [on, reason]));
    return { kind: 'default', reason: reasons.get(known) ?? 'the usual default', location };
  };
}

/** True when the file says something at the path, or says it all in a word or number: `pool: 20` gives `pool.size`. */
function isGiven(root: unknown, segments: Segments): boolean {
  if (valueAt(root, segments) !== undefined) return true;
  const parent = segments.slice(0, -1);
  const isShort = typeof (valueAt(root, parent) ?? {}) !== 'object';
  return isShort && shortFormOf(parent) === segments.at(-1);
}
