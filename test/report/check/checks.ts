import type { CheckBaseline, CheckDocument, UnjudgedFile } from '../../../src/documents/check/types.ts';
import type { DiffDocument } from '../../../src/documents/diff/types.ts';
import { toDocument, toFinding } from '../../../src/documents/plan/document.ts';
import { applyBaseline, type BaselineEntry } from '../../../src/findings/baseline.ts';
import { applyBase, identity } from '../../../src/findings/compare.ts';
import { type PlanResult, plan } from '../../../src/index.ts';
import { sketchDiff } from '../diff/sketch.ts';
import { sketch } from '../plans.ts';
import { sketchCheck } from './sketch.ts';

const today = '2026-11-02';
const planned = (text: string, path = 'topology.yml') => plan(text, { path, today });

/** The gate over topologies by path. */
export function checkOf(files: Readonly<Record<string, string>>): CheckDocument {
  return checkWith(files, []);
}

/** The same beside files that could not be judged. */
function checkWith(files: Readonly<Record<string, string>>, unjudged: readonly UnjudgedFile[]): CheckDocument {
  const plans = Object.entries(files).map(([path, text]) => planned(text, path).document);
  return sketchCheck(plans, { unjudged });
}

/** The gate over one topology with what a change makes of it. */
function checkSince(base: PlanResult, head: PlanResult): CheckDocument {
  const document = toDocument(head.plan, applyBase(head.findings, base.findings));
  return sketchCheck([document], { base: 'origin/main', changes: [change(base, head)] });
}

/** Of what a change does, what the formats look at. */
function change(base: PlanResult, head: PlanResult): DiffDocument {
  const left = new Set(head.findings.map(identity));
  const fixed = base.findings.filter((finding) => !left.has(identity(finding))).map(toFinding);
  const diff = sketchDiff({ base: 'git:origin/main:topology.yml', head: 'topology.yml' });
  return { ...diff, findings: { ...diff.findings, fixed } };
}

/** The gate over one topology with a baseline. */
function checkAgainst(head: PlanResult, entries: readonly BaselineEntry[], baseline: CheckBaseline): CheckDocument {
  return sketchCheck([toDocument(head.plan, applyBaseline(head.findings, entries))], { baseline });
}

const fitting = `\
database: { version: 18, max_connections: 100, other_clients: { psql: 2 } }
services:
  web: { nodes: 4, pool: 10, deploy: { surge_factor: 1.5 } }
`;

/** One error, two warnings of which the policy accepts one, and an info. */
export const over = `\
database: { max_connections: 100 }
services:
  web: { nodes: 4, pool: 20, deploy: { surge_factor: 1.5 } }
  jobs: { nodes: 2, threads: 10, pool: 5, deploy: none }
  mail: { nodes: 1, threads: 3, pool: 2, deploy: none }
policy:
  accept:
    - { rule: pool-smaller-than-threads, on: services.mail.pools.default, reason: mail can wait }
`;

const strict = `\
databases:
  logs: { version: 18, max_connections: 60, other_clients: { psql: 1 } }
services:
  ingest: { nodes: 5, threads: 12, pool: 10, to: logs, deploy: none }
policy: { fail_on: warning }
`;

const before = `\
database: { max_connections: 100 }
services:
  web: { nodes: 4, pool: 18, deploy: { surge_factor: 1.5 } }
  jobs: { nodes: 1, threads: 10, pool: 5, deploy: none }
  cron: { nodes: 1, threads: 4, pool: { size: 4, held: 2 }, deploy: none }
`;

const after = `\
database: { max_connections: 100 }
services:
  web: { nodes: 4, pool: 20, deploy: { surge_factor: 1.5 } }
  jobs: { nodes: 1, threads: 10, pool: 5, deploy: none }
  mail: { nodes: 1, threads: 3, pool: 2, deploy: none }
`;

const numbers = Array.from({ length: 13 }, (_, index) => index + 1);

/** Each of 13 databases over budget by itself. */
const shards = `\
databases:
${numbers.map((number) => `  shard-${number}: { version: 18, max_connections: 20 }`).join('\n')}
services:
${numbers.map((number) => `  web-${number}: { nodes: 4, pool: 5, to: shard-${number}, deploy: none }`).join('\n')}
`;

/** A file with mistakes, one that is not there, and a folder without a topology. */
const notJudged: readonly UnjudgedFile[] = [
  {
    path: './envs/bad.yml',
    problems: [
      {
        message: 'databases.main has no key `max_conections`',
        hint: 'Did you mean `max_connections`?',
        location: { path: './envs/bad.yml', line: 2, column: 11 },
      },
      { message: 'there is no service to plan', hint: null, location: { path: './envs/bad.yml', line: 1, column: 1 } },
    ],
  },
  {
    path: 'missing.yml',
    problems: [{ message: 'cannot read missing.yml: no such file or directory', hint: null, location: null }],
  },
  { path: '.', problems: [{ message: 'no topology in .', hint: null, location: null }] },
];

/** What somebody would write who wants more than to be reported. */
const hostile =
  'a\n::error file=x::y\r\n::stop-commands::z ##[add-mask]100 %0A%25 ]]> --> <script>&amp; | `c` [l](http://e.org){0} "\' \u001b[31m\u202e\u0000\ud800\uffff';

/** Gates over real topologies, and one over a document that no topology can lead to. */
export const checks = {
  fitting: checkOf({ 'topology.yml': fitting }),
  several: checkOf({ 'topology.yml': fitting, './envs/prod.yml': over, 'envs/log data.yml': strict }),
  changed: checkSince(planned(before), planned(after)),
  baseline: checkAgainst(
    planned(over),
    [
      {
        file: 'topology.yml',
        rule: 'deploy-over-budget',
        on: 'databases.database',
        severity: 'error',
        excess: [{ scenario: 'deploy', amount: 5 }],
      },
      {
        file: 'topology.yml',
        rule: 'pool-smaller-than-threads',
        on: 'services.jobs.pools.default',
        severity: 'warning',
        excess: [{ scenario: null, amount: 5 }],
      },
    ],
    {
      path: 'ci/baseline.json',
      stale: [{ file: 'topology.yml', rule: 'pool-deadlock', on: 'services.web.pools.default', line: 5 }],
    },
  ),
  hostile: sketchCheck(
    [
      sketch({
        path: `x${hostile}.yml`,
        databases: [{ name: 'main', max: 10 }],
        services: [{ name: 'web', to: 'main', nodes: 4, perNode: 5 }],
        findings: [
          { on: `databases.${hostile}`, message: hostile, why: hostile, remedy: hostile },
          { rule: 'accept-unused', severity: 'warning', location: null },
          { rule: 'pool-deadlock', on: hostile, severity: 'warning', message: hostile, acceptedBy: 'policy' },
        ],
      }),
    ],
    {
      unjudged: [
        {
          path: `y${hostile}.yml`,
          problems: [
            { message: hostile, hint: hostile, location: { path: hostile, line: 2, column: 3 } },
            { message: hostile, hint: null, location: null },
          ],
        },
      ],
      baseline: { path: hostile, stale: [{ file: hostile, rule: hostile, on: hostile, line: 3 }] },
    },
  ),
  'not-judged': checkWith({ 'topology.yml': over }, notJudged),
  'none-judged': checkWith({}, notJudged),
  shards: checkOf({ 'shards.yml': shards }),
} satisfies Record<string, CheckDocument>;
