import { fingerprint } from '../../documents/check/fingerprint.ts';
import { type JudgedFinding, judged } from '../../documents/check/gate.ts';
import { placeOf, plainPath } from '../../documents/check/place.ts';
import type { CheckBaseline, UnjudgedFile } from '../../documents/check/types.ts';
import type { CheckFormatter } from '../check/formatter.ts';
import { visible } from '../sanitize.ts';
import { briefly, inOneLine, problemLines, staleId, staleLines, unjudgedId } from '../sentences/gate.ts';

interface GitlabIssue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/**
 * The code quality report of GitLab: what is new or open, without accepted and unchanged findings. What keeps a file from
 * being judged is a blocker. An error is critical; a warning is major where it fails the gate, else minor, and so is a
 * stale entry of the baseline; what only informs is info.
 */
export const gitlab: CheckFormatter = (check) => {
  const issues = [
    ...check.unjudged.flatMap(ofUnjudged),
    ...judged(check).flatMap(ofFinding),
    ...ofBaseline(check.baseline),
  ];
  return `${JSON.stringify(issues, null, 2)}\n`;
};

function ofUnjudged({ path, problems }: UnjudgedFile): GitlabIssue[] {
  return problems.map((problem, index) => {
    const place = placeOf(path, problem.location);
    return {
      description: inOneLine(problemLines(problem).map(visible)),
      check_name: unjudgedId,
      // A mistake is on nothing that has a name: what tells those of a file apart is their number.
      fingerprint: fingerprint(path, unjudgedId, `${index}`),
      severity: 'blocker',
      location: location(place.path, place.line ?? 1),
    };
  });
}

function ofFinding({ file, finding, status: standing }: JudgedFinding): GitlabIssue[] {
  if (standing === 'accepted' || standing === 'unchanged') return [];
  const warning = standing === 'fails' ? 'major' : 'minor';
  const { path, line } = placeOf(file.topology, finding.location);
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

function ofBaseline(baseline: CheckBaseline | null): GitlabIssue[] {
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
function location(path: string, line: number): GitlabIssue['location'] {
  return { path: visible(path).replace(/^\/+/, '') || '.', lines: { begin: line } };
}
