import { describe, expect, test } from '@jest/globals';
import type { CheckDocument, FileProblem } from '../../../src/documents/check/types.ts';
import { diff, plan } from '../../../src/index.ts';
import { digest } from '../../../src/report/markdown/check/digest.ts';
import { cases } from './cases.ts';
import { over } from './checks.ts';
import { markdown, options } from './formats.ts';
import { sketchCheck } from './sketch.ts';

describe('the digest', () => {
  const unread = cases['not-judged'] as CheckDocument;
  const withProblem = (part: Partial<FileProblem>): CheckDocument => ({
    ...unread,
    unjudged: unread.unjudged.map((file) => ({
      ...file,
      problems: file.problems.map((problem) => ({ ...problem, ...part })),
    })),
  });

  const check = cases['with-base'] as CheckDocument;
  const [file, ...others] = check.files as [CheckDocument['files'][number], ...CheckDocument['files']];
  const [first, ...findings] = file.findings as [(typeof file.findings)[number], ...typeof file.findings];
  const withFinding = (part: Partial<typeof first>): CheckDocument => ({
    ...check,
    files: [{ ...file, findings: [{ ...first, ...part }, ...findings] }, ...others],
  });

  test.each<[string, CheckDocument]>([
    ['moved lines', withFinding({ location: { path: 'a.yml', line: 99, column: 1 } })],
    ['other words', withFinding({ message: 'a', why: 'b', remedy: 'c', accepted_for: 'd' })],
    ['the same base by another name', { ...check, base: 'f00ba4' }],
  ])('stays the same with %s', (_, other) => expect(digest(other)).toBe(digest(check)));

  test('stays the same with a mistake on another line', () => {
    expect(digest(withProblem({ location: { path: 'bad.yml', line: 99, column: 1 } }))).toBe(digest(unread));
  });

  test('is another one with another mistake, or none', () => {
    for (const other of [withProblem({ message: 'other' }), { ...unread, unjudged: unread.unjudged.slice(1) }]) {
      expect(digest(other)).not.toBe(digest(unread));
    }
  });

  test.each<[string, CheckDocument]>([
    ['verdict', { ...check, verdict: 'pass' }],
    ['finding', withFinding({ on: 'databases.other' })],
    ['number', withFinding({ excess: [{ scenario: 'deploy', amount: 24 }] })],
    ['acceptance', withFinding({ accepted: true })],
    ['base', { ...check, base: null, changes: null }],
  ])('is another one with another %s', (_, other) => expect(digest(other)).not.toBe(digest(check)));

  test('is the first line of the comment', () => {
    expect(markdown(check, options).split('\n')[0]).toBe(`<!-- connbudget ${digest(check)} -->`);
    expect(digest(check)).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('the digest of a file since its base', () => {
  const today = '2026-11-02';
  const since = (head: string) => {
    const { head: after, document } = diff(plan(over, { today }), plan(head, { today }));
    return digest(sketchCheck([after.document], { base: 'origin/main', changes: [document] }));
  };
  const more = over.replace('nodes: 4', 'nodes: 5');
  const jobs = '{ rule: pool-smaller-than-threads, on: services.jobs.pools.default, reason: they can wait }';

  test('stays the same when a reason to accept is worded otherwise', () => {
    expect(since(more.replace('mail can wait', 'nobody waits for mail'))).toBe(since(more));
  });

  test.each([
    ['a finding is accepted', more.replace('accept:', `accept:\n    - ${jobs}`)],
    ['an edit moves another number', more.replace('pool: 20', 'pool: 19')],
  ])('is another one when %s', (_, head) => {
    expect(head).not.toBe(more);
    expect(since(head)).not.toBe(since(more));
  });
});
