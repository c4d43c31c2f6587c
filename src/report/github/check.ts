import { type JudgedFinding, judged } from '../../documents/check/gate.ts';
import { placeOf, plainPath, type ReportedPlace } from '../../documents/check/place.ts';
import type { CheckDocument, UnjudgedFile } from '../../documents/check/types.ts';
import type { Severity } from '../../findings/types.ts';
import type { CheckFormatter } from '../check/formatter.ts';
import { workflowData, workflowProperty } from '../sanitize.ts';
import { briefly, findingName, problemLines, staleId, staleLines, unjudgedId } from '../sentences/gate.ts';
import { totalsText, verdictText } from '../sentences/totals.ts';

type Command = 'error' | 'warning' | 'notice';

interface Annotation {
  readonly command: Command;
  readonly place: ReportedPlace;
  readonly title: string;
  readonly lines: readonly string[];
}

/** GitHub shows this many annotations of each kind a step and drops the rest without a word. */
const most = 10;

/**
 * Workflow commands of GitHub Actions, gravest first: `error` for what keeps a file from being judged and for what fails,
 * `warning` and `notice` for what is open beside it and for stale entries of the baseline; accepted and unchanged findings
 * have none. Last, for those who read the log, the totals in words. `quiet`: errors with the totals, or nothing.
 */
export const github: CheckFormatter = (check, { quiet }) => {
  if (quiet && check.verdict === 'pass') return '';
  const all = annotations(check);
  const shown: readonly Command[] = quiet ? ['error'] : ['error', 'warning', 'notice'];
  const lines = shown.flatMap((command) => commands(all.filter((each) => each.command === command)));
  const totals = `${verdictText(check.verdict)}: ${totalsText(check)}`;
  return [...lines, totals].map((line) => `${line}\n`).join('');
};

function annotations(check: CheckDocument): Annotation[] {
  const severities: readonly Severity[] = ['error', 'warning', 'info'];
  const findings = judged(check);
  const bySeverity = severities.flatMap((severity) => findings.filter(({ finding }) => finding.severity === severity));
  return [...check.unjudged.flatMap(ofUnjudged), ...bySeverity.flatMap(ofFinding), ...ofBaseline(check)];
}

function ofUnjudged({ path, problems }: UnjudgedFile): Annotation[] {
  return problems.map((problem) => ({
    command: 'error',
    place: placeOf(path, problem.location),
    title: unjudgedId,
    lines: problemLines(problem),
  }));
}

function ofFinding({ file, finding, status: standing }: JudgedFinding): Annotation[] {
  if (standing === 'accepted' || standing === 'unchanged') return [];
  const open = finding.severity === 'info' ? 'notice' : 'warning';
  return [
    {
      command: standing === 'fails' ? 'error' : open,
      place: placeOf(file.topology, finding.location),
      title: findingName(finding),
      lines: briefly(finding),
    },
  ];
}

function ofBaseline({ baseline }: CheckDocument): Annotation[] {
  if (baseline === null) return [];
  const path = plainPath(baseline.path);
  return baseline.stale.map((entry) => ({
    command: 'warning',
    place: { path, line: entry.line, column: null },
    title: staleId,
    lines: staleLines(entry),
  }));
}

/** One line each; the last that GitHub shows counts those that it does not. */
function commands(annotations: readonly Annotation[]): string[] {
  const rest = annotations.length - most;
  return annotations.map(({ command, place, title, lines }, index) => {
    const more =
      rest > 0 && index === most - 1
        ? [`And ${rest} more, which GitHub does not show here: see the log and the job summary.`]
        : [];
    const data = [...lines, ...more].map(workflowData).join('%0A');
    return `::${command} ${properties(place, title)}::${data}`;
  });
}

function properties({ path, line, column }: ReportedPlace, title: string): string {
  const given = Object.entries({ file: path, line, col: column, title });
  return given.flatMap(([key, value]) => (value === null ? [] : `${key}=${workflowProperty(`${value}`)}`)).join(',');
}
