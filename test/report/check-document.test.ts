import { describe, expect, test } from '@jest/globals';
import { type CheckTerms, checkDocument } from '../../src/documents/check/document.ts';
import { plan } from '../../src/index.ts';

const terms: CheckTerms = { unjudged: [], fail_on: null, base: null, changes: null, baseline: null };

const topology = (path: string, max: number, more = '') =>
  plan(
    `database: { max_connections: ${max}, version: 17 }\nservices:\n  web: { nodes: 4, pool: 20, deploy: none }\n${more}`,
    { path, today: '2026-01-01' },
  ).document;

const fits = topology('fits.yml', 200);
const tight = topology('tight.yml', 88);
const strict = topology('strict.yml', 88, 'policy: { fail_on: warning }\n');
const over = topology('over.yml', 50);
const accepted = topology(
  'accepted.yml',
  50,
  'policy:\n  accept: [{ rule: database-over-budget, on: databases.database, reason: known }]\n',
);

const judged = (files: readonly (typeof fits)[], fail_on: CheckTerms['fail_on'] = null) => {
  const { verdict, totals, files: judged } = checkDocument(files, { ...terms, fail_on });
  return { verdict, failing: totals.failing, files: judged.map((file) => [file.verdict, file.policy.fail_on]) };
};

describe('a gate', () => {
  test('passes where nothing fails', () => {
    expect(judged([fits, tight, accepted])).toEqual({
      verdict: 'pass',
      failing: 0,
      files: Array.from({ length: 3 }, () => ['pass', 'error']),
    });
  });

  test('judges each file by its own policy', () => {
    expect(judged([tight, strict])).toEqual({
      verdict: 'fail',
      failing: 1,
      files: [
        ['pass', 'error'],
        ['fail', 'warning'],
      ],
    });
  });

  test.each([
    ['error', 'pass', 0],
    ['warning', 'fail', 2],
  ] as const)('judges all files by %s where that is given', (failOn, verdict, failing) => {
    const files = [tight, strict].map(() => [verdict, failOn]);
    expect(judged([tight, strict], failOn)).toEqual({ verdict, failing, files });
  });

  test.each([[], [fits], [over]])('reaches no verdict where a file cannot be judged: %#', (...files) => {
    const unjudged = [{ path: 'bad.yml', problems: [{ message: 'no topology', hint: null, location: null }] }];
    const { verdict, totals } = checkDocument(files, { ...terms, unjudged });
    expect([verdict, totals]).toEqual([null, checkDocument(files, terms).totals]);
  });

  test('adds up its files', () => {
    const { totals, files } = checkDocument([fits, tight, strict, over, accepted], terms);
    expect(totals).toEqual({
      files: 5,
      databases: 5,
      poolers: 0,
      services: 5,
      errors: 1,
      warnings: 2,
      infos: 0,
      accepted: 1,
      unchanged: 0,
      failing: 2,
    });
    expect(files.map(({ topology }) => topology)).toEqual([
      'fits.yml',
      'tight.yml',
      'strict.yml',
      'over.yml',
      'accepted.yml',
    ]);
  });
});
