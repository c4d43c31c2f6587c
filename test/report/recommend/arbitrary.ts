import fc from 'fast-check';
import { toRecommendDocument } from '../../../src/documents/recommend/document.ts';
import type { RecommendDocument } from '../../../src/documents/recommend/types.ts';
import type { Advice, PoolAdvice, PoolTraffic } from '../../../src/sizing/types.ts';
import { amounts, texts } from '../arbitrary.ts';

const seconds = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e6, noNaN: true }));
const forever = fc.oneof({ weight: 3, arbitrary: seconds }, fc.constant(Number.POSITIVE_INFINITY));
const counts = fc.nat(2_000_000);

const traffic: fc.Arbitrary<PoolTraffic> = fc.record({
  rate: seconds,
  hold: seconds,
  load: seconds,
  wait: forever,
  percentile: fc.constantFrom(50, 99, 99.999),
  targetWait: fc.option(seconds),
  needs: fc.option(counts),
  short: counts,
  shortBy: fc.constantFrom(null, 'budget' as const, 'bound' as const),
  released: fc.option(fc.record({ external: seconds, needs: counts })),
});

const pool: fc.Arbitrary<PoolAdvice> = fc.record({
  on: texts,
  current: amounts,
  recommended: amounts,
  size: amounts,
  overflow: fc.oneof(fc.constant(0), amounts),
  reason: texts,
  mode: fc.constantFrom('fit', 'demand', 'both'),
  traffic: fc.option(traffic),
});

const setting = { on: texts, current: amounts, recommended: amounts, reason: texts };

const advice: fc.Arbitrary<Advice> = fc.record({
  pools: fc.array(pool, { maxLength: 30 }),
  poolers: fc.array(fc.record({ ...setting, needs: fc.option(counts) }), { maxLength: 15 }),
  databases: fc.array(
    fc.record({
      ...setting,
      database: texts,
      needed: fc.option(counts),
      neededForAll: fc.option(counts),
      memoryBytes: amounts,
    }),
    { maxLength: 15 },
  ),
  globalPools: fc.array(
    fc.record({
      database: texts,
      kind: texts,
      rate: seconds,
      load: seconds,
      servers: counts,
      clients: amounts,
      wait: seconds,
      percentile: fc.constantFrom(95, 99.9),
      replaces: amounts,
      breaks: fc.array(fc.record({ on: texts, features: fc.array(texts, { maxLength: 3 }) }), { maxLength: 12 }),
    }),
    { maxLength: 8 },
  ),
  changes: fc.array(fc.record({ path: texts, from: amounts, to: counts }), { maxLength: 5 }),
});

/** Recommendations with anything as names, reasons and numbers. */
export const recommendations: fc.Arbitrary<RecommendDocument> = fc
  .tuple(texts, advice)
  .map(([path, some]) => toRecommendDocument(path, some));
