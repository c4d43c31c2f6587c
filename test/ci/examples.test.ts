import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { load } from 'js-yaml';
import { git, pullRequest } from '../action/repository.ts';
import { action } from '../action/step.ts';
import { shell } from './shell.ts';

jest.setTimeout(60_000);

const example = (name: string): unknown => load(readFileSync(`fixtures/examples/ci/${name}.yml`, 'utf8'));

const topology = (nodes: number) => ({
  'topology.yml': `database: { max_connections: 100 }\nservices: { web: { nodes: ${nodes}, pool: 10, deploy: none } }\n`,
});

/** A change that makes it worse, one that has nothing to do with it, and one that leaves no topology. */
const changes = [
  { change: pullRequest(topology(2), topology(20)), exit: 1 },
  { change: pullRequest(topology(2), topology(3)), exit: 0 },
  { change: pullRequest(topology(2), { 'topology.yml': 'services: {}\n' }), exit: 2 },
];

describe.each(changes)('a change that has to end with $exit', ({ change: { folder, base }, exit }) => {
  test('does so on GitLab, with the reports that the job collects', () => {
    const { connections } = example('gitlab') as {
      connections: {
        script: string[];
        artifacts: { when: string; reports: { codequality: string; junit: string } };
      };
    };
    const { when, reports } = connections.artifacts;
    expect(shell(folder, connections.script, { CI_MERGE_REQUEST_DIFF_BASE_SHA: base })).toBe(exit);
    expect(when).toBe('always');
    if (exit === 2) return;
    const issues: { severity: string }[] = JSON.parse(readFileSync(join(folder, reports.codequality), 'utf8'));
    expect(issues.some(({ severity }) => severity === 'critical')).toBe(exit === 1);
    expect(readFileSync(join(folder, reports.junit), 'utf8').includes('<failure')).toBe(exit === 1);
  });

  test('does so on CircleCI, with the results that the job stores', () => {
    const { jobs } = example('circleci') as {
      jobs: { connections: { steps: (string | { run?: string; store_test_results?: { path: string } })[] } };
    };
    const steps = jobs.connections.steps.filter((step) => typeof step !== 'string');
    const commands = steps.flatMap(({ run }) => (run?.startsWith('connbudget ') ? [run] : []));
    expect(commands).toHaveLength(1);
    expect(shell(folder, commands)).toBe(exit);
    const stored = steps.flatMap(({ store_test_results }) => store_test_results?.path ?? []);
    expect(stored).toHaveLength(1);
    if (exit < 2) expect(readFileSync(join(folder, `${stored}`), 'utf8').includes('<failure')).toBe(exit === 1);
  });
});

test('a repository that is over budget already can begin on GitLab', () => {
  const { connections } = example('gitlab') as { connections: { script: string[] } };
  const { folder } = pullRequest(topology(20), { 'README.md': 'words' });
  const base = git(folder, 'ls-remote', 'origin', 'refs/heads/main').slice(0, 40);
  expect(shell(folder, connections.script, { CI_MERGE_REQUEST_TARGET_BRANCH_SHA: base })).toBe(0);
});

test.each(['github', 'github-sarif'])(
  'the workflow %s asks the action for what it has, and grants what it needs',
  (name) => {
    const { permissions, jobs } = example(name) as {
      permissions: Record<string, string>;
      jobs: { budget: { steps: { uses: string; with?: Record<string, string> }[] } };
    };
    const [step, upload] = jobs.budget.steps.filter(({ uses }) => !uses.startsWith('actions/checkout'));
    expect(step?.uses).toMatch(/^OWNER\/connbudget@/);
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(step?.with ?? {})));
    expect(permissions).toMatchObject({ contents: 'read', 'pull-requests': 'write' });
    expect(upload?.with?.sarif_file).toBe(step?.with?.sarif);
    expect(permissions['security-events']).toBe(upload && 'write');
  },
);
