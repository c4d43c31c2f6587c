import fc from 'fast-check';
import type { DiffDocument } from '../../../src/documents/diff/types.ts';
import { amounts, findings, texts } from '../arbitrary.ts';
import { type SketchedNumber, type SketchedPlace, sketchDiff } from './sketch.ts';

const few = { maxLength: 4 };
const values = fc.option(texts);
const found = fc.array(findings, few);

/** Numbers that so many causes move. */
function numbers(causes: number): fc.Arbitrary<SketchedNumber> {
  const indexes = fc.nat(Math.max(0, causes - 1));
  const change = fc.oneof(fc.integer({ min: -500, max: 500 }), fc.constant(Number.POSITIVE_INFINITY));
  const together = fc.record({
    causes: fc.uniqueArray(indexes, { minLength: 2, maxLength: 5 }),
    change: fc.integer({ min: -50, max: 50 }),
  });
  if (causes < 2) return fc.record({ base: amounts });
  return fc.record(
    {
      base: fc.oneof(fc.nat(500), amounts),
      own: fc.uniqueArray(fc.tuple(indexes, change), { ...few, selector: ([index]) => index }).map(Object.fromEntries),
      together,
    },
    { requiredKeys: ['base'] },
  );
}

const probability = fc.option(fc.oneof(fc.constantFrom(0, 1e-4, 1), fc.double({ min: 0, max: 1, noNaN: true })));
const overcommit = fc.record({
  base: probability,
  head: probability,
  base_allowed: probability,
  head_allowed: probability,
});

function places(causes: number): fc.Arbitrary<SketchedPlace> {
  const scenarios = (most: number) => fc.dictionary(texts, numbers(causes), { maxKeys: most });
  const place = fc.record(
    {
      on: fc.tuple(fc.constantFrom('databases', 'poolers'), texts).map((parts) => parts.join('.')),
      status: fc.constantFrom('changed', 'added', 'removed'),
      scenarios: scenarios(12),
      limit: numbers(causes),
      servers: scenarios(2),
    },
    { requiredKeys: ['on', 'scenarios', 'limit'] },
  );
  return fc.tuple(place, fc.array(fc.option(overcommit), { maxLength: 12 })).map(([sketched, likely]) => ({
    ...sketched,
    overcommit: Object.fromEntries(
      Object.keys(sketched.scenarios).flatMap((name, index) => {
        const change = likely[index];
        return change == null || !sketched.on.startsWith('databases.') ? [] : [[name, change]];
      }),
    ),
  }));
}

const edits = fc.record({
  paths: fc.array(texts, { minLength: 1, maxLength: 3 }),
  from: values,
  to: values,
  location: fc.option(fc.record({ path: texts, line: fc.integer({ min: 1 }), column: fc.integer({ min: 1 }) })),
});

/** Changes with anything as names and numbers. */
export const diffs: fc.Arbitrary<DiffDocument> = fc
  .array(fc.tuple(fc.array(edits, { minLength: 1, maxLength: 3 }), fc.boolean()), { maxLength: 40 })
  .map((causes) => causes.map(([edits, last], index) => ({ edits, needs: last && index > 0 ? [index - 1] : [] })))
  .chain((causes) =>
    fc.record({
      base: fc.option(texts),
      head: texts,
      causes: fc.constant(causes),
      places: fc.array(places(causes.length), { maxLength: 6 }),
      findings: fc.record({ new: found, worse: found, fixed: found, unchanged: found }),
    }),
  )
  .map(sketchDiff);
