import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { InputError, type Problem } from '../../src/findings/types.ts';
import { recommend } from '../../src/index.ts';
import { rewrite, type ScalarChange } from '../../src/topology/rewrite.ts';
import { textOf, writeTopology } from './written.ts';

/** Why it is refused; empty where it is not. */
function problems(run: () => unknown): readonly Problem[] {
  try {
    run();
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}

/** The paths that are refused. */
const refusals = (run: () => unknown) =>
  problems(run)
    .map(({ message }) => /`([^`]+)`/.exec(message)?.[1])
    .sort();

/** What the recommended sizes of a file change in it. */
const changesOf = (text: string): readonly ScalarChange[] => recommend(text).advice.changes;

describe('rewriting sizes', () => {
  test('changes the bytes of the sizes and no others, or refuses those behind anchors and merges', () => {
    fc.assert(
      fc.property(fc.gen(), (choose) => {
        const written = writeTopology(choose);
        const text = textOf(written);
        const chosen = choose(fc.subarray, [...written.sizes], {});
        const changes = chosen.map(({ path }) => ({ path, to: choose(fc.integer, { min: 61, max: 5000 }) }));
        const isRefused = new Map(chosen.map((size) => [size.path, size.isRefused]));
        const [bad, good] = [true, false].map((is) => changes.filter(({ path }) => isRefused.get(path) === is));
        expect(refusals(() => rewrite(text, 'topology.yml', changes))).toEqual(bad?.map(({ path }) => path).sort());
        const wanted = new Map(good?.map(({ path, to }) => [path, to]));
        expect(rewrite(text, 'topology.yml', good ?? [])).toBe(textOf(written, wanted));
      }),
      { numRuns: 1000 },
    );
  });

  test('recommended ones are written, and the new file needs no others', () => {
    fc.assert(
      fc.property(fc.gen(), (choose) => {
        const written = writeTopology(choose);
        const text = textOf(written);
        const changes = changesOf(text);
        const bad = written.sizes.filter(({ isRefused }) => isRefused).map(({ path }) => path);
        const refused = changes.map(({ path }) => path).filter((path) => bad.includes(path));
        if (refused.length > 0) expect(refusals(() => rewrite(text, 'topology.yml', changes))).toEqual(refused.sort());
        else {
          const after = rewrite(text, 'topology.yml', changes);
          expect(after).toBe(textOf(written, new Map(changes.map(({ path, to }) => [path, to]))));
          expect(changesOf(after)).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['databases.database.max_connections', 'database: { max_connections: 100 }', 'database: { max_connections: 7 }'],
    [
      'poolers.b.default_pool_size',
      'poolers:\n  b: { default_pool_size: 20 }',
      'poolers:\n  b: { default_pool_size: 7 }',
    ],
    ['services.w.pools.default.size', '{"services":{"w":{"pool":20}}}', '{"services":{"w":{"pool":7}}}'],
    [
      'services.w.pools.default.size',
      'services: { w: { pool: { size: 2 } } }',
      'services: { w: { pool: { size: 7 } } }',
    ],
    ['services.w.pools.a.b.size', 'services: { w: { pools: { a.b: 2 } } }', 'services: { w: { pools: { a.b: 7 } } }'],
    [
      'services.w.pools.default.overflow',
      'services: {w: {pool: {overflow: 9}}}',
      'services: {w: {pool: {overflow: 7}}}',
    ],
  ])('%s in %j', (path, before, after) => {
    expect(rewrite(before, 'topology.yml', [{ path, to: 7 }])).toBe(after);
  });

  test('what a file does not write is told with the place to write it', () => {
    const text = 'services:\n  web: { pool: 5 }\n  api: {}\n';
    const paths = ['services.web.pools.default.overflow', 'services.api.pools.default.size'];
    const told = problems(() =>
      rewrite(
        text,
        'topology.yml',
        paths.map((path) => ({ path, to: 7 })),
      ),
    );
    expect(told.map(({ location, hint }) => [location.line, hint])).toEqual([
      [2, 'Write `pool: { size: 5, overflow: 7 }` in `services.web`.'],
      [3, 'Write `pool: { size: 7 }` in `services.api`.'],
    ]);
  });

  test('a number that has its value already needs no change, wherever it stands', () => {
    const text = 'x: &x 5\nservices: { web: { pool: *x } }\n';
    expect(rewrite(text, 'topology.yml', [{ path: 'services.web.pool', to: 5 }])).toBe(text);
  });
});
