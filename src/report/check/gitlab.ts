import type { CheckBaseline } from '../check-types.ts';
import { visible } from '../sanitize.ts';
import { briefly, inOneLine, staleId, staleLines } from '../words/gate.ts';
import { fingerprint } from './fingerprint.ts';
import type { CheckFormatter } from './formatter.ts';
import { type Judged, judged } from './gate.ts';
import { placeOf, plainPath } from './place.ts';

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major' | 'critical';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/**
 * The code quality report of GitLab: what is new or open, without accepted and unchanged findings. An error is critical; a
 * warning is major where it fails the gate, else minor, and so is a stale entry of the baseline; what only informs is
 * info.
 */
export const gitlab: CheckFormatter = (check) => {
  const issues = [...judged(check).flatMap(ofFinding), ...ofBaseline(check.baseline)];
  return `${JSON.stringify(issues, null, 2)}\n`;
};

function ofFinding({ file, finding, standing }: Judged): Issue[] {
  if (standing === 'accepted' || standing === 'unchanged') return [];
  const warning = standing === 'fails' ? 'major' : 'minor';
  const { path, line } = placeOf(file, finding.location);
  return [
    {
      description: inOneLine(briefly(finding).map(visible)),
      check_name: visible(finding.rule),
      fingerprint: fingerprint(file.topology, finding.rule, finding.on),
      severity: ({ error: 'critical', warning, info: 'info' } as const)[finding.severity],
      location: location(path, line ?? 1),
    },
  ];
}

function ofBaseline(baseline: CheckBaseline | null): Issue[] {
  if (baseline === null) return [];
  return baseline.stale.map((entry) => ({
    description: inOneLine(staleLines(entry).map(visible)),
    check_name: staleId,
    fingerprint: fingerprint(baseline.path, staleId, JSON.stringify([entry.file, entry.rule, entry.on])),
    severity: 'minor',
    location: location(plainPath(baseline.path), entry.line),
  }));
}

/** GitLab knows places inside the repository alone, so a path never begins with a slash. */
function location(path: string, line: number): Issue['location'] {
  return { path: visible(path).replace(/^\/+/, ''), lines: { begin: line } };
}
