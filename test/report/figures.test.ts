import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Document } from '../../src/documents/plan/document.ts';
import { answers } from '../../src/report/sentences/answers.ts';
import { bar, scaleOf } from '../../src/report/table/plan/bar.ts';
import { sketch } from './plans.ts';

describe('bar', () => {
  const drawn = (share: number | null, scale: number, width: number) => {
    const { within, free, beyond } = bar(share, scale, width);
    return within + free + beyond;
  };

  test.each([
    [0.5, 1, '█████░░░░░'],
    [0.999, 1, '█████████░'],
    [0.001, 1, '█░░░░░░░░░'],
    [0.5, 1.25, '████░░░░│ '],
    [1.25, 1.25, '████████│█'],
    [7, 2, '█████│███»'],
    [null, 2, '█████│███»'],
  ])('%p at scale %f', (share, scale, expected) => expect(drawn(share, scale, 10)).toBe(expected));

  test('is as wide as asked for, and passes the mark of the limit exactly when the share does', () => {
    const shares = fc.array(fc.oneof(fc.double({ min: 0, max: 3, noNaN: true }), fc.constant(null)), { minLength: 1 });
    fc.assert(
      fc.property(shares, fc.integer({ min: 6, max: 30 }), (all, width) => {
        const scale = scaleOf(all);
        for (const share of all) {
          expect(drawn(share, scale, width)).toHaveLength(width);
          expect(bar(share, scale, width).beyond.trim() !== '').toBe(share === null || share > 1);
        }
      }),
    );
  });
});

test('a database that only slow draining breaks is told apart, behind those that do not fit', () => {
  const document = sketch({
    databases: [
      { name: 'slow', max: 100 },
      { name: 'over', max: 20 },
    ],
    services: [
      { name: 'web', to: 'slow', nodes: 4, alive: 6, perNode: 20 },
      { name: 'api', to: 'over', nodes: 4, alive: 6, perNode: 20 },
    ],
  });
  const draining = (database: Document['databases'][number]) => ({
    ...database,
    scenarios: database.scenarios.map((each) => ({ ...each, kind: each.fits ? each.kind : ('draining' as const) })),
  });
  const databases = document.databases.map((each) => (each.name === 'slow' ? draining(each) : each));
  expect(answers({ ...document, databases }).map(({ name, text }) => `${name} ${text}`)).toEqual([
    'over does not fit, 103 too many: deploy opens 120 of 17 usable (706%)',
    'slow fits unless old nodes drain slowly, 23 too many: deploy opens 120 of 97 usable (124%)',
  ]);
});
