import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyBaseline, newBaseline } from '../../src/findings/baseline.ts';
import { applyBase } from '../../src/findings/compare.ts';
import { diff, plan } from '../../src/index.ts';
import { changedFiles } from './topology-files.ts';

const today = '2026-06-01';

/** What counts as new or worse, and could fail a gate, once a file is changed. */
function newsOf(base: string, head: string, baseSets: readonly string[] = []): string[] {
  const [before, after] = [plan(base, { today, sets: baseSets }), plan(head, { today })];
  return applyBase(after.findings, [...before.findings, ...before.hidden])
    .filter(({ severity, change }) => severity !== 'info' && change !== 'unchanged')
    .map(({ rule, change }) => `${rule} ${change}`);
}

/** What can fail a gate once a file is changed, in spite of a baseline that was written before. */
function openBeside(base: string, head: string, sets: readonly string[]): string[] {
  const { findings, hidden } = plan(base, { today });
  const entries = newBaseline([], { findings: new Map([['topology.yml', [...findings, ...hidden]]]), gone: new Set() });
  return applyBaseline(plan(head, { today, sets }).findings, entries)
    .filter(({ severity, acceptedBy }) => severity !== 'info' && acceptedBy === null)
    .map(({ rule, change }) => `${rule} ${change ?? 'new'}`);
}

/** More connections take more memory, and crowd the cores. */
const ofMoreConnections = /^(memory-over-budget|too-many-backends-for-cores) /;

describe('a change for the better is no news, though something else comes to light', () => {
  const service = (line: string) => `database: { max_connections: 100, version: 18 }\nservices:\n  web: ${line}\n`;

  test.each([
    ['headroom', '{ nodes: 6, pool: 20, deploy: none }', '{ nodes: 6, pool: 15, deploy: none }'],
    [
      'slow draining',
      '{ nodes: 4, pool: 20, deploy: { platform: kubernetes, max_surge: 1, max_unavailable: 0 } }',
      '{ nodes: 4, pool: 15, deploy: { platform: kubernetes, max_surge: 1, max_unavailable: 0 } }',
    ],
    [
      'headroom of a pool that had no limit',
      '{ nodes: 6, pool: unlimited, deploy: none }',
      '{ nodes: 6, pool: 15, deploy: none }',
    ],
  ])('%s', (_, base, head) => {
    expect(plan(service(head), { today }).findings).toHaveLength(1);
    expect(newsOf(service(base), service(head))).toEqual([]);
    const { findings } = diff(plan(service(base), { today }), plan(service(head), { today })).head;
    expect(findings.map(({ change }) => change)).toEqual(['unchanged']);
    expect(openBeside(service(base), service(head), [])).toEqual([]);
  });

  test('memory, once a pool has a limit', () => {
    const file = (pool: string) => `
      database: { max_connections: 500, version: 18, memory: 2GiB, backend_memory: 10MB }
      services: { web: { nodes: 4, pool: ${pool}, deploy: none } }`;
    expect(newsOf(file('unlimited'), file('60'))).toEqual([]);
    expect(newsOf(file('10'), file('60'))).toEqual(['memory-over-budget new']);
  });

  test('whatever the topology: one node less, or one connection more to be had', () => {
    fc.assert(
      fc.property(changedFiles, ({ file, set }) => {
        const news = newsOf(file, file, [set]);
        const expected = set.includes('max_connections') ? ofMoreConnections : /(?!)/;
        expect({ set, news: news.filter((each) => !expected.test(each)) }).toEqual({ set, news: [] });
      }),
      { numRuns: 200 },
    );
  });
});
