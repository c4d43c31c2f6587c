import type { CheckDocument, UnjudgedFile } from '../../../src/documents/check/types.ts';
import { cases as plans } from '../cases.ts';
import { cases as diffs } from '../diff/cases.ts';
import { sketchDiff } from '../diff/sketch.ts';
import { type Sketch, sketch } from '../plans.ts';
import { sketchCheck } from './sketch.ts';

const refused =
  'While the deploy runs, the database refuses connections, and which service it hits is a matter of luck.';
const numbered = <T>(count: number, item: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => item(index));

function file(path: string, perNode: number, findings: Sketch['findings'] = []) {
  const located = findings.map((each, index) => ({ location: { path, line: index + 3, column: 3 }, ...each }));
  return sketch({
    path,
    databases: [{ name: 'main', max: 100 }],
    services: [{ name: 'web', to: 'main', nodes: 4, alive: 6, perNode }],
    findings: located,
  });
}

const over = {
  on: 'databases.main',
  scenario: 'deploy',
  message: 'main has 97 (100 - 3 reserved), deploy opens 120: web 6 x 20 (2 nodes more)',
  why: refused,
  remedy: 'services.web.pool 14 instead of 20 fits every scenario with 10% headroom.',
  excess: [{ scenario: 'deploy', amount: 23 }],
} as const;
const low = { rule: 'database-low-headroom', severity: 'warning', message: 'main has 7 of 97 left' } as const;
const assumed = { rule: 'value-assumed', severity: 'info', message: 'the deploy of web is assumed' } as const;
const worse = { ...over, change: 'worse', before: [{ scenario: 'deploy', amount: 12 }] } as const;

const misspelled: UnjudgedFile = {
  path: 'bad.yml',
  problems: [
    {
      message: 'databases.main has no key `max_conections`',
      hint: 'Did you mean `max_connections`?',
      location: { path: 'bad.yml', line: 2, column: 11 },
    },
    {
      message: 'services.web.nodes cannot be `four`',
      hint: 'Expected a whole number from 0 to 1,000,000.',
      location: { path: 'bad.yml', line: 4, column: 17 },
    },
  ],
};
const absent: UnjudgedFile = {
  path: 'missing.yml',
  problems: [{ message: 'cannot read missing.yml: no such file or directory', hint: null, location: null }],
};

const unmoved = (head: string) => sketchDiff({ base: `git:origin/main:${head}`, head });
const moved = (head: string) =>
  ({ ...diffs['one-edit'], base: `git:origin/main:${head}`, head }) as (typeof diffs)[string];

/** Gates that show what the formats do with them. */
export const cases: Readonly<Record<string, CheckDocument>> = {
  'one-file-fails': sketchCheck([file('topology.yml', 20, [over, low, assumed, { ...low, acceptedBy: 'policy' }])]),
  'one-file-passes': sketchCheck([file('topology.yml', 10, [assumed])]),

  'many-files': sketchCheck([
    file('services/a.yml', 20, [over, { ...over, on: 'databases.other' }]),
    file('services/b.yml', 15, [low, assumed]),
    file('services/c.yml', 20, [{ ...over, acceptedBy: 'baseline' }]),
    ...numbered(17, (index) => file(`services/quiet-${index}.yml`, 5, [assumed])),
  ]),

  'many-files-pass': sketchCheck(numbered(12, (index) => file(`services/${index}.yml`, 5))),

  'strict-warnings': sketchCheck([file('a.yml', 15, [low]), file('b.yml', 5)], { fail_on: 'warning' }),

  'with-base': sketchCheck(
    [
      file('a.yml', 20, [worse, ...numbered(12, () => ({ ...low, change: 'unchanged' as const }))]),
      file('b.yml', 20, [{ ...over, change: 'unchanged' }]),
      file('c.yml', 5),
    ],
    { base: 'origin/main', changes: [moved('a.yml'), unmoved('b.yml'), unmoved('c.yml')] },
  ),

  'nothing-changed': sketchCheck([file('a.yml', 20, [{ ...over, change: 'unchanged' }])], {
    base: 'origin/main',
    changes: [unmoved('a.yml')],
  }),

  'stale-baseline': sketchCheck([file('a.yml', 10), file('b.yml', 20, [{ ...over, acceptedBy: 'baseline' }])], {
    baseline: {
      path: '.connbudget-baseline.json',
      stale: [
        { file: 'a.yml', rule: 'deploy-over-budget', on: 'databases.main', line: 4 },
        { file: 'gone.yml', rule: 'pool-unbounded', on: 'services.web.pools.default', line: 9 },
      ],
    },
  }),

  'not-judged': sketchCheck([file('a.yml', 20, [over]), file('b.yml', 5)], { unjudged: [misspelled, absent] }),

  'none-judged': sketchCheck([], { unjudged: [misspelled] }),

  'many-not-judged': sketchCheck([file('a.yml', 5)], {
    unjudged: numbered(14, (index) => ({
      path: `services/${index}.yml`,
      problems: numbered(index === 0 ? 14 : 1, (line) => ({
        message: 'there is no database to plan',
        hint: null,
        location: { path: `services/${index}.yml`, line: line + 1, column: 1 },
      })),
    })),
  }),

  poolers: sketchCheck([plans.poolers as (typeof plans)[string]]),

  hostile: sketchCheck([plans.hostile as (typeof plans)[string], plans['long-names'] as (typeof plans)[string]], {
    unjudged: [
      {
        path: '\u001b[2J</details>\n|@everyone.yml',
        problems: [
          {
            message: '<img src=x>\n# ![i](http://e.org) `',
            hint: '\u202e**b** @everyone #12',
            location: { path: '`|\u001b[31m.yml', line: 2, column: 4 },
          },
          { message: 'cannot read </details>', hint: null, location: null },
        ],
      },
    ],
    base: '`</details>\n@everyone',
    changes: [diffs.hostile as (typeof diffs)[string], diffs['long-names'] as (typeof diffs)[string]],
    baseline: {
      path: '\u001b[31m|.json',
      stale: [{ file: '<b>\n#12', rule: '*r*', on: '![i](http://e.org)', line: 1 }],
    },
  }),
};
