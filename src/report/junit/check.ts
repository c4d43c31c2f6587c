import { type JudgedFinding, judgedIn } from '../../documents/check/gate.ts';
import { plainPath } from '../../documents/check/place.ts';
import type { CheckBaseline, UnjudgedFile } from '../../documents/check/types.ts';
import type { Document } from '../../documents/plan/types.ts';
import type { Location, RuleText } from '../../findings/types.ts';
import { place } from '../../words/figures.ts';
import type { CheckFormatter } from '../check/formatter.ts';
import { xml } from '../sanitize.ts';
import { acceptance, findingName, fully, problemLines, staleId, staleLines, unjudgedId } from '../sentences/gate.ts';

type TestOutcome = 'passed' | 'failed' | 'skipped' | 'error';

interface Case {
  readonly outcome: TestOutcome;
  readonly name: string;
  /** What stands inside, as XML. */
  readonly body: string;
}

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

/**
 * A JUnit report: a suite a file, in it a case for each finding and one for each rule that found nothing. What fails the
 * gate has failed, what is accepted was skipped, everything else has passed; open findings and stale entries of the
 * baseline say so in their output. The one case of a file that could not be judged is an error.
 */
export const junit: CheckFormatter = ({ files, unjudged, baseline }, { rules }) => {
  const suites = [...files.map((file) => ofFile(file, rules)), ...unjudged.map(ofUnjudged), ...ofBaseline(baseline)];
  const cases = suites.flatMap((suite) => suite.cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="connbudget" ${counts(cases)}>`,
    ...suites.flatMap(suiteLines),
    '</testsuites>\n',
  ].join('\n');
};

function ofFile(file: Document, rules: readonly RuleText[]): Suite {
  const all = judgedIn(file);
  const ids = new Set([...rules.map(({ id }) => id), ...all.map(({ finding }) => finding.rule)]);
  const cases = [...ids].flatMap((id) => {
    const found = all.filter(({ finding }) => finding.rule === id);
    return found.length === 0 ? [passed(id, [])] : found.map(ofFinding);
  });
  return { name: plainPath(file.topology), cases };
}

function ofFinding({ finding, status: standing }: JudgedFinding): Case {
  const name = findingName(finding);
  const lines = [...fully(finding), ...at(finding.location)];
  if (standing === 'accepted') return skipped(name, [acceptance(finding) ?? '', ...lines]);
  if (standing === 'unchanged') return passed(name, ['was there before the change, does not fail', ...lines]);
  return standing === 'fails' ? failed(name, finding.rule, lines) : passed(name, lines);
}

/** Where to look, as a line. */
const at = (location: Location | null): string[] => (location === null ? [] : [`At: ${place(location)}`]);

function ofUnjudged({ path, problems }: UnjudgedFile): Suite {
  const lines = problems.flatMap((problem) => [...problemLines(problem), ...at(problem.location)]);
  return {
    name: plainPath(path),
    cases: [{ outcome: 'error', name: 'judged', body: because('error', unjudgedId, lines) }],
  };
}

function ofBaseline(baseline: CheckBaseline | null): Suite[] {
  if (baseline === null || baseline.stale.length === 0) return [];
  const cases = baseline.stale.map((entry) =>
    passed(`${staleId}: ${findingName(entry)} in ${entry.file}`, [
      ...staleLines(entry),
      `At: ${baseline.path}:${entry.line}`,
    ]),
  );
  return [{ name: plainPath(baseline.path), cases }];
}

const text = (lines: readonly string[]): string => lines.map(xml).join('\n');

function failed(name: string, rule: string, lines: readonly string[]): Case {
  return { outcome: 'failed', name, body: because('failure', rule, lines) };
}

const because = (element: 'failure' | 'error', type: string, lines: readonly string[]): string =>
  `<${element} type="${xml(type)}" message="${xml(lines[0] ?? '')}">${text(lines)}</${element}>`;

const skipped = (name: string, lines: readonly string[]): Case => ({
  outcome: 'skipped',
  name,
  body: `<skipped>${text(lines)}</skipped>`,
});

const passed = (name: string, lines: readonly string[]): Case => ({
  outcome: 'passed',
  name,
  body: lines.length === 0 ? '' : `<system-out>${text(lines)}</system-out>`,
});

function suiteLines({ name, cases }: Suite): string[] {
  const skipped = cases.filter(({ outcome }) => outcome === 'skipped').length;
  return [
    `  <testsuite name="${xml(name)}" ${counts(cases)} skipped="${skipped}">`,
    ...cases.map(({ name: of, body }) => {
      const start = `    <testcase classname="${xml(name)}" name="${xml(of)}"`;
      return body === '' ? `${start}/>` : `${start}>${body}</testcase>`;
    }),
    '  </testsuite>',
  ];
}

function counts(cases: readonly Case[]): string {
  const having = (wanted: TestOutcome) => cases.filter(({ outcome }) => outcome === wanted).length;
  return `tests="${cases.length}" failures="${having('failed')}" errors="${having('error')}"`;
}
