import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plainPath } from '../../../src/documents/check/place.ts';
import type { CheckDocument, FileProblem } from '../../../src/documents/check/types.ts';
import type { Document, DocumentFinding } from '../../../src/documents/plan/types.ts';
import { fails } from '../../../src/findings/verdict.ts';
import { sarifText, visible } from '../../../src/report/sanitize.ts';
import { anyCheck } from './arbitrary.ts';
import { github, gitlab, json, junit, markdown, options, sarif, table } from './formats.ts';
import { olderCommands, readLog } from './readers/runner.ts';
import { type Element, readXml } from './readers/xml.ts';
import { junitMistakes, sarifMistakes } from './schemas.ts';

const holds = (promise: (check: CheckDocument) => void) => fc.assert(fc.property(anyCheck, promise));

type Found = readonly [Document, DocumentFinding];

const all = ({ files }: CheckDocument): Found[] =>
  files.flatMap((file) => file.findings.map((finding): Found => [file, finding]));
/** Each mistake in a file that could not be judged, and the path to show it at. */
const mistakes = ({ unjudged }: CheckDocument) =>
  unjudged.flatMap(({ path, problems }) => problems.map((problem) => [shownPath(path, problem), problem] as const));
const counts = ([, { accepted, change }]: Found) => !accepted && change !== 'unchanged';
const isFailing = ([file, finding]: Found) => fails(finding, file.policy.fail_on);
const pathOf = ([file, finding]: Found) => shownPath(file.topology, finding);
const shownPath = (path: string, { location }: Pick<FileProblem, 'location'>) =>
  visible(plainPath(location?.path ?? path));
const sorted = <T>(items: readonly T[]): string[] => items.map((item) => JSON.stringify(item)).sort();

/** Each mistake, finding and stale entry as the annotation it should be. */
function annotations(check: CheckDocument) {
  const findings = all(check).filter(counts);
  const { path = '', stale = [] } = check.baseline ?? {};
  return [
    ...mistakes(check).map(
      ([path, { location, message }]) =>
        ['error', path, location?.line, location?.column, 'not-judged', visible(message)] as const,
    ),
    ...findings.map((found) => {
      const [, { severity, location, rule, on, message }] = found;
      const kind = isFailing(found) ? 'error' : severity === 'info' ? 'notice' : 'warning';
      return [kind, pathOf(found), location?.line, location?.column, `${rule}: ${on}`, visible(message)] as const;
    }),
    ...stale.map(({ file, rule, on, line }) => {
      const message = visible(`the baseline lists ${rule} on ${on} in ${file}, and there is no such finding any more`);
      return ['warning', visible(plainPath(path)), line, undefined, 'baseline-stale', message] as const;
    }),
  ];
}

describe('whatever text is in it, GitHub reads', () => {
  test('an annotation for each mistake and each finding that counts, and one line for people', () => {
    holds((check) => {
      const { commands, plain } = readLog(github(check, options));
      const read = commands.map(({ name, properties: { file, line, col, title }, data }) => {
        return [name, file, line, col, title, data.split('\n')[0]];
      });
      const expected = annotations(check).map(([kind, file, line, column, title, message]) => {
        // The runner trims a value that ends the properties, and drops `=` where one begins.
        const read = [file.replace(/^=+/, ''), line?.toString(), column?.toString(), visible(title).trimEnd()];
        return [kind, ...read, message];
      });
      expect(sorted(read)).toEqual(sorted(expected));
      expect(plain).toEqual([expect.stringMatching(/^(PASS|FAIL|NO VERDICT): \d+ files?/)]);
    });
  });

  test('no other command, also where notices are not known', () => {
    holds((check) => {
      const { commands, plain } = readLog(github(check, options), olderCommands);
      const expected = annotations(check);
      const notices = expected.filter(([kind]) => kind === 'notice');
      expect(commands.every(({ name }) => name === 'error' || name === 'warning')).toBe(true);
      expect([commands.length, plain.length]).toEqual([expected.length - notices.length, notices.length + 1]);
    });
  });
});

test('whatever text is in it, SARIF has a result for each finding and a notification for all else', () => {
  holds((check) => {
    const log = JSON.parse(sarif(check, options));
    expect(sarifMistakes(log)).toEqual([]);
    const [{ results, invocations }] = log.runs;
    const read = results.map(
      ({ ruleId, level, message, locations: [{ physicalLocation, logicalLocations }], suppressions }: SarifResult) => [
        ruleId,
        level,
        message.text.split('\n')[0],
        pathIn(physicalLocation),
        physicalLocation.region?.startLine,
        logicalLocations[0].fullyQualifiedName,
        suppressions.length,
      ],
    );
    const expected = all(check).map((found) => {
      const [, { rule, severity, message, location, on, accepted }] = found;
      const level = severity === 'info' ? 'note' : severity;
      return [rule, level, sarifText(message), pathOf(found), location?.line, visible(on), accepted ? 1 : 0];
    });
    expect(read).toEqual(expected);
    const [{ executionSuccessful, toolConfigurationNotifications, toolExecutionNotifications }] = invocations;
    expect(toolConfigurationNotifications).toHaveLength(check.baseline?.stale.length ?? 0);
    expect(executionSuccessful).toBe(check.unjudged.length === 0);
    expect(toolExecutionNotifications.map(notified)).toEqual(
      mistakes(check).map(([path, { location, message }]) => ['error', sarifText(message), path, location?.line]),
    );
  });
});

const notified = ({ level, message, locations: [{ physicalLocation }] }: SarifNotification) => [
  level,
  message.text.split('\n')[0],
  pathIn(physicalLocation),
  physicalLocation.region?.startLine,
];

const pathIn = ({ artifactLocation }: SarifPlace) =>
  decodeURIComponent(artifactLocation.uri.replace(/^file:\/\/(?:\/(?=[A-Z]:))?/i, ''));

interface SarifPlace {
  readonly artifactLocation: { readonly uri: string };
  readonly region?: { readonly startLine: number };
}

interface SarifNotification {
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [{ readonly physicalLocation: SarifPlace }];
}

interface SarifResult {
  readonly ruleId: string;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [
    {
      readonly physicalLocation: SarifPlace;
      readonly logicalLocations: readonly [{ readonly fullyQualifiedName: string }];
    },
  ];
  readonly suppressions: readonly unknown[];
}

describe('whatever text is in it, JUnit has', () => {
  test('a case for each finding and for each rule that found nothing, and counts them', () => {
    holds((check) => {
      const root = readXml(junit(check, options));
      const suites = root.children.slice(0, check.files.length);
      expect(suites.map(({ attributes }) => attributes.name)).toEqual(
        check.files.map(({ topology }) => xmlShown(plainPath(topology))),
      );
      for (const [index, { findings, policy }] of check.files.entries()) {
        const silent = options.rules.filter(({ id }) => findings.every(({ rule }) => rule !== id));
        const expected = [
          ...silent.map(({ id }) => [id, undefined, undefined]),
          ...findings.map((finding) => {
            const outcome = finding.accepted ? 'skipped' : fails(finding, policy.fail_on) ? 'failure' : 'system-out';
            return [xmlShown(`${finding.rule}: ${finding.on}`), outcome, true];
          }),
        ];
        const messages = new Map(
          findings.map(({ rule, on, message }) => [xmlShown(`${rule}: ${on}`), xmlShown(message)]),
        );
        const read = (suites[index]?.children ?? []).map(({ attributes: { name = '' }, children: [inside] }) => {
          return [name, inside?.name, inside?.text.split('\n').includes(messages.get(name) ?? '')];
        });
        expect(sorted(read)).toEqual(sorted(expected));
      }
      for (const suite of root.children) expectCounts(suite, suite.children);
      expectCounts(
        root,
        root.children.flatMap(({ children }) => children),
      );
    });
  });

  test('an error for each file that could not be judged, with every mistake in it', () => {
    holds((check) => {
      const suites = readXml(junit(check, options)).children.slice(check.files.length);
      const read = suites.slice(0, check.unjudged.length).map(({ attributes, children }) => {
        const errors = children.flatMap(({ children }) => children);
        return [attributes.name, errors.map(({ name, text }) => [name, text.split('\n')])];
      });
      const expected = check.unjudged.map(({ path, problems }) => {
        const messages = problems.map(({ message }) => xmlShown(message));
        return [xmlShown(plainPath(path)), [['error', expect.arrayContaining(messages)]]];
      });
      expect(read).toEqual(expected);
    });
  });

  test('what Jenkins reads', async () => {
    const reports = fc.sample(anyCheck, { numRuns: 40, seed: 1 }).map((check) => junit(check, options));
    expect(await junitMistakes(...reports)).toEqual([]);
  });
});

/** Text as an XML reader sees it: two characters that are no control characters cannot be in XML either. */
const xmlShown = (text: string) => visible(text).replaceAll('\ufffe', '\\u{fffe}').replaceAll('\uffff', '\\u{ffff}');

function expectCounts({ attributes }: Element, cases: readonly Element[]): void {
  const having = (outcome: string) => `${cases.filter(({ children: [inside] }) => inside?.name === outcome).length}`;
  expect(attributes).toMatchObject({ tests: `${cases.length}`, failures: having('failure'), errors: having('error') });
  if (attributes.skipped !== undefined) expect(attributes.skipped).toBe(having('skipped'));
}

test('whatever text is in it, GitLab reads an issue for each mistake, finding that counts and stale entry', () => {
  holds((check) => {
    const issues: Issue[] = JSON.parse(gitlab(check, options));
    const read = issues.map(({ check_name, description, severity, location }) => [
      check_name,
      description,
      severity,
      location.path,
      location.lines.begin,
    ]);
    const { path = '', stale = [] } = check.baseline ?? {};
    const expected = [
      ...mistakes(check).map(([path, { message, location }]) => {
        return [
          'not-judged',
          expect.stringContaining(visible(message)),
          'blocker',
          relative(path),
          location?.line ?? 1,
        ];
      }),
      ...all(check)
        .filter(counts)
        .map((found) => {
          const [, { rule, severity, message, location }] = found;
          const warning = isFailing(found) ? 'major' : 'minor';
          const graveness = { error: 'critical', warning, info: 'info' }[severity];
          return [
            rule,
            expect.stringContaining(visible(message)),
            graveness,
            relative(pathOf(found)),
            location?.line ?? 1,
          ];
        }),
      ...stale.map(({ line }) => [
        'baseline-stale',
        expect.anything(),
        'minor',
        relative(visible(plainPath(path))),
        line,
      ]),
    ];
    expect(read).toEqual(expected);
  });
});

const relative = (path: string) => path.replace(/^\/+/, '');

interface Issue {
  readonly check_name: string;
  readonly description: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

test.each(Object.entries({ github, sarif, junit, gitlab }))(
  '%s shows nothing invisible and no old command',
  (_, format) => {
    holds((check) => {
      const text = format(check, options);
      expect(text.match(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]|##\[/u)).toBeNull();
      expect(text.endsWith('\n')).toBe(true);
    });
  },
);

test.each(Object.entries({ table, markdown, json, sarif, junit, gitlab }))(
  '%s in the log of a job holds no command',
  (_, format) => {
    holds((check) => expect(readLog(format(check, { ...options, all: true })).commands).toEqual([]));
  },
);
