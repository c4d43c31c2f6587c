import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type StandIn, standIn, token } from './api.ts';
import { type Checkout, type Files, pullRequest, write } from './repository.ts';
import { action, runAction } from './step.ts';

/** Web servers, of which 4 fit, also in a deploy. */
const topology = (nodes: number): Files => ({
  'topology.yml': `database: { max_connections: 100, version: 17, other_clients: { psql: 1 } }
services:
  web: { nodes: ${nodes}, pool: 10, deploy: { surge_factor: 2 } }
`,
});

jest.setTimeout(60_000);

let api: StandIn;

beforeEach(async () => {
  api = await standIn();
});

afterEach(() => api.close());

/** Runs the action on what is checked out. */
function runOn(
  { folder, base, head }: Checkout,
  inputs: Readonly<Record<string, string>> = {},
  trigger = 'pull_request',
) {
  const event = { pull_request: { number: 7, base: { sha: base }, head: { sha: head } } };
  return runAction({ folder, inputs, trigger, event, api: api.url });
}

describe('the comment', () => {
  test('is written, left alone while the numbers stay, and brought up to date when one changes', async () => {
    const checkout = pullRequest(topology(2), topology(3));
    const first = await runOn(checkout);
    expect(first.log).toContain('The pull request has a comment now.');
    expect(api.comments.map(({ body }) => body)).toEqual([expect.stringContaining('Connections pass')]);

    write(checkout.folder, { 'topology.yml': `\n\n${topology(3)['topology.yml']}` });
    await runOn(checkout);
    expect(api.requests.filter((request) => request.startsWith('P') && !request.endsWith('graphql'))).toHaveLength(1);

    write(checkout.folder, topology(9));
    const last = await runOn(checkout);
    expect(last.exit).toBe(1);
    expect(api.comments.map(({ body }) => body)).toEqual([expect.stringContaining('Connections do not pass')]);
  });

  test('is not written where there is nothing to say', async () => {
    const { exit, log } = await runOn(pullRequest(topology(3), { 'README.md': 'words' }));
    expect(log).toContain('The pull request has nothing new to be told.');
    expect([exit, api.comments]).toEqual([0, []]);
  });

  test('says so when there is nothing to say any more', async () => {
    const checkout = pullRequest(topology(2), topology(3));
    await runOn(checkout);
    write(checkout.folder, topology(2));
    expect((await runOn(checkout)).exit).toBe(0);
    expect(api.comments.map(({ body }) => body)).toEqual([expect.stringContaining('No change')]);
  });

  test('is written once for each set of files', async () => {
    const checkout = pullRequest({}, { ...topology(3), 'other.yml': topology(2)['topology.yml'] ?? '' });
    for (const files of ['topology.yml', 'other.yml', ' other.yml\n']) await runOn(checkout, { files });
    expect(api.comments).toHaveLength(2);
  });

  test.each([
    [403, 'HTTP 403: Resource not accessible by integration; the token may only read'],
    [502, 'HTTP 502'],
  ])('may be refused (%d), which is a warning and no failure', async (status, warning) => {
    api.refuse('POST /repos', status);
    const { exit, log } = await runOn(pullRequest(topology(2), topology(3)));
    expect(log).toContain(`::warning title=connbudget::no comment: ${warning}`);
    expect(exit).toBe(0);
  });

  test('says that there is no verdict, and takes it back when there is one', async () => {
    const checkout = pullRequest(topology(2), topology(3));
    await runOn(checkout);
    write(checkout.folder, { 'topology.yml': 'services: {}' });
    expect((await runOn(checkout)).exit).toBe(2);
    expect(api.comments.map(({ body }) => body)).toEqual([expect.stringContaining('No verdict on connections')]);

    write(checkout.folder, topology(3));
    expect((await runOn(checkout)).exit).toBe(0);
    expect(api.comments.map(({ body }) => body)).toEqual([expect.stringContaining('Connections pass')]);
  });

  test('can be switched off', async () => {
    await runOn(pullRequest(topology(2), topology(9)), { comment: 'false' });
    expect(api.requests).toEqual([]);
  });

  test('needs a pull request', async () => {
    const { folder } = pullRequest(topology(2), topology(9));
    const { exit } = await runAction({ folder, trigger: 'push', event: {}, api: api.url });
    expect([exit, api.requests]).toEqual([1, []]);
  });
});

describe('the base', () => {
  test.each<[how: string, inputs: Readonly<Record<string, string>>]>([
    ['is what the pull request goes onto', {}],
    ['can be a branch', { base: 'main' }],
    ['can be a branch as git calls it elsewhere', { base: 'origin/main' }],
  ])('%s, is fetched, and only what the change makes worse fails', async (_, inputs) => {
    const checkout = pullRequest(topology(9), { 'README.md': 'words' });
    const { exit, log, summary } = await runOn(checkout, inputs);
    expect([exit, log]).toEqual([0, expect.not.stringContaining('::warning')]);
    expect(summary).toContain(`git:${checkout.base}`);
  });

  test('can be none: then everything counts', async () => {
    expect((await runOn(pullRequest(topology(9), { 'README.md': 'words' }), { base: 'none' })).exit).toBe(1);
  });

  test('may be out of reach: then everything counts, and the log says so', async () => {
    const { exit, log } = await runOn(pullRequest(topology(9), topology(9)), { base: 'no-such-branch' });
    expect(log).toContain('::warning title=connbudget::nothing to compare with, so that every finding counts');
    expect(exit).toBe(1);
  });

  test('of a merge group is what the queue puts it onto', async () => {
    const { folder, base } = pullRequest(topology(9), topology(9));
    const event = { merge_group: { base_sha: base } };
    expect((await runAction({ folder, trigger: 'merge_group', event, api: api.url })).exit).toBe(0);
  });

  test('is no base where it is all that is checked out', async () => {
    const { exit, log } = await runOn(
      { ...pullRequest({}, topology(9)), head: '0'.repeat(40) },
      {},
      'pull_request_target',
    );
    expect(log).toContain('::error title=connbudget::what is checked out is not the pull request');
    expect(exit).toBe(2);
  });
});

describe('the step', () => {
  test('ends with 1 when the gate fails, with annotations, a summary and outputs', async () => {
    const { exit, log, summary, outputs } = await runOn(pullRequest(topology(2), topology(9)));
    expect(exit).toBe(1);
    expect(log).toMatch(/^::error file=topology.yml,line=\d+,/m);
    expect(summary).toContain('Connections do not pass');
    expect(outputs.verdict).toBe('fail');
    expect(readFileSync(outputs.report ?? '', 'utf8')).toBe(summary);
  });

  test('writes SARIF where it is asked to', async () => {
    const checkout = pullRequest(topology(2), topology(9));
    await runOn(checkout, { sarif: 'connbudget.sarif' });
    expect(JSON.parse(readFileSync(join(checkout.folder, 'connbudget.sarif'), 'utf8')).version).toBe('2.1.0');
  });

  test('holds warnings against the change where it is asked to', async () => {
    const close = { 'topology.yml': (topology(4)['topology.yml'] ?? '').replace('pool: 10', 'pool: 12') };
    const checkout = pullRequest(topology(2), close);
    expect((await runOn(checkout)).exit).toBe(0);
    expect((await runOn(checkout, { 'fail-on': 'warning' })).exit).toBe(1);
  });

  test.each([
    ['an input has no such value', { comment: 'maybe' }],
    ['an input has no such severity', { 'fail-on': 'sometimes' }],
  ])('ends with 2, no report and no comment when %s', async (_, inputs) => {
    const { exit, log, outputs } = await runOn(pullRequest(topology(2), { 'README.md': 'words' }), inputs);
    expect(log).toContain('::error title=connbudget::');
    expect([exit, outputs, api.requests]).toEqual([2, {}, []]);
  });

  test.each([
    ['a file is no topology', { files: 'README.md' }, 'README.md'],
    ['one of several is none', { files: 'topology.yml README.md' }, 'README.md'],
    ['no file matches', { files: 'missing/*.yml' }, 'missing/*.yml'],
  ])('ends with 2, and says why wherever it reports, when %s', async (_, inputs, name) => {
    const { exit, log, summary, outputs } = await runOn(pullRequest(topology(2), { 'README.md': 'words' }), inputs);
    expect(exit).toBe(2);
    expect(log).toContain(`::error file=${name},`);
    expect(log).toContain('::error title=connbudget::no verdict');
    expect(summary).toContain('No verdict on connections');
    expect([outputs.verdict, readFileSync(outputs.report ?? '', 'utf8')]).toEqual(['', summary]);
    expect(api.comments.map(({ body }) => body)).toEqual([expect.stringContaining(summary)]);
  });

  test('ends with 2 and the comment of what was found when a report cannot be written', async () => {
    const { exit, log, outputs } = await runOn(pullRequest(topology(2), topology(3)), { sarif: 'missing/a.sarif' });
    expect([exit, outputs.verdict]).toEqual([2, '']);
    expect(log).toContain('missing/a.sarif');
    expect(api.comments.map(({ body }) => body)).toEqual([expect.stringContaining('Connections pass')]);
  });

  test('takes no input and no name of a file for a command', async () => {
    const evil = '$(touch pwned)`touch pwned`";touch pwned;\'';
    const checkout = pullRequest(topology(2), { [`${evil}.yml`]: topology(9)['topology.yml'] ?? '' });
    const inputs = { files: evil, base: evil, 'fail-on': evil, sarif: evil, token: evil };
    expect((await runOn(checkout, inputs)).exit).toBe(2);
    expect((await runOn(checkout, { files: '*.yml', base: '--upload-pack=touch pwned' })).exit).toBe(1);
    expect(existsSync(join(checkout.folder, 'pwned'))).toBe(false);
  });

  test('keeps the token to itself', async () => {
    api.refuse('POST', 500);
    const { log, summary } = await runOn(pullRequest(topology(2), topology(9)));
    expect(log + summary).not.toContain(token);
  });
});

describe('action.yml', () => {
  const { inputs, outputs, runs } = action;

  test('describes every input and output', () => {
    const described = Object.entries({ ...inputs, ...outputs }).filter(([, { description }]) => !description);
    expect(described).toEqual([]);
  });

  test('uses every input, and none in the text of a script', () => {
    const used = runs.steps.flatMap(({ env }) => Object.values(env ?? {}));
    expect(used.sort()).toEqual(
      Object.keys(inputs)
        .map((name) => `\${{ inputs.${name} }}`)
        .sort(),
    );
    expect(runs.steps.filter(({ run }) => run.includes('${{'))).toEqual([]);
  });

  test('gives what the step with its name says', () => {
    const ids = runs.steps.map(({ id }) => id);
    for (const [name, { value }] of Object.entries(outputs)) {
      const [, id, output] = /^\$\{\{ steps\.(\w+)\.outputs\.(\w+) \}\}$/.exec(value) ?? [];
      expect([ids, output]).toEqual([expect.arrayContaining([id]), name]);
    }
  });
});
