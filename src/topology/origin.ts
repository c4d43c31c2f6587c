import { shortFormOf, toPath, toSegments } from './paths.ts';
import { nearestPlace, type Report } from './problem-collector.ts';
import { type Segments, valueAt } from './segments.ts';
import type { Source } from './source.ts';
import type { Origin } from './types.ts';

const usualDefault = 'the usual default';

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
    const plan = report.fromCatalog.get(toPath(segments));
    if (plan !== undefined) return { kind: 'catalog', reason: plan, location };
    reasons ??= new Map(report.assumptions.map(({ on, reason }) => [on, reason]));
    return { kind: 'default', reason: assumedAt(segments, reasons) ?? usualDefault, location };
  };
}

/** The reason of the deepest assumption on a path: what is inside an assumed value was assumed with it. */
function assumedAt(segments: Segments, reasons: ReadonlyMap<string, string>): string | undefined {
  for (let length = segments.length; length > 0; length--) {
    const reason = reasons.get(toPath(segments.slice(0, length)));
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** True when the file says something at the path, or says it all in a word or number: `pool: 20` gives `pool.size`. */
function isGiven(root: unknown, segments: Segments): boolean {
  if (valueAt(root, segments) !== undefined) return true;
  const parent = segments.slice(0, -1);
  const isShort = typeof (valueAt(root, parent) ?? {}) !== 'object';
  return isShort && shortFormOf(parent) === segments.at(-1);
}
