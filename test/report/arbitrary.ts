import fc from 'fast-check';
import type { Document } from '../../src/documents/plan/document.ts';
import { sketch } from './plans.ts';

/** Names and messages, also such that try to break out. */
export const texts = fc.oneof(
  fc.constantFrom('web', 'api', 'a-rather-long-name-of-a-service-that-goes-on-and-on-for-sixty'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...'\u001b\u009b\n|`<>@#_*[](){}\u202e日本 ab:/'), minLength: 1, maxLength: 20 }),
);
export const amounts = fc.oneof(
  fc.integer({ min: 0, max: 500 }),
  fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
  fc.constant(Number.POSITIVE_INFINITY),
);
export const nodes = fc.integer({ min: 0, max: 40 });
const few = { maxLength: 5 };
/** The parts of a finding that anybody may have written. */
export const findings = fc.record({
  rule: texts,
  severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const),
  on: texts,
  message: texts,
  why: texts,
  remedy: texts,
  acceptedBy: fc.constantFrom(null, 'policy' as const, 'baseline' as const),
  acceptedFor: fc.option(texts),
  location: fc.option(fc.record({ path: texts, line: fc.nat(), column: fc.nat() })),
});
const way = fc.record({
  database: texts,
  scenario: texts,
  maxConnections: fc.option(fc.nat()),
  memoryBytes: fc.option(fc.nat()),
  fewerNodes: fc.option(fc.record({ service: texts, nodes })),
  poolerSize: fc.option(fc.nat()),
  poolerReplaces: fc.option(fc.nat()),
});

/** Documents of two databases and a pooler, with anything as names and numbers. */
export const documents: fc.Arbitrary<Document> = fc
  .record({ names: fc.uniqueArray(texts, { minLength: 3, maxLength: 3 }), path: texts })
  .chain(({ names, path }) =>
    fc
      .record({
        max: fc.tuple(amounts, amounts),
        clientLimit: amounts,
        others: fc.array(fc.record({ name: texts, count: fc.nat(99) }), few),
        services: fc.uniqueArray(
          fc.record({ name: texts, to: fc.constantFrom(...names), nodes, alive: nodes, perNode: amounts }),
          { maxLength: 20, selector: ({ name }) => name },
        ),
        findings: fc.array(findings, few),
        assumptions: fc.array(fc.record({ on: texts, value: texts, reason: texts }), few),
        recommendations: fc.array(
          fc.record({
            on: texts,
            current: amounts,
            recommended: fc.nat(),
            size: fc.nat(),
            overflow: fc.nat(),
            reason: texts,
          }),
          few,
        ),
        waysOut: fc.array(way, few),
        spare: fc.array(fc.record({ database: texts, scenario: texts, connections: amounts }), few),
        modelled: fc.array(texts, few),
        likely: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ max, clientLimit, recommendations, waysOut, spare, others, modelled, likely, ...rest }) =>
        sketch({
          ...rest,
          path,
          databases: [
            { name: names[0] ?? '', max: max[0], others },
            { name: names[1] ?? '', max: max[1] },
          ],
          poolers: [{ name: names[2] ?? '', to: names[0] ?? '', capacity: 30, clientLimit }],
          sizing: { recommendations, waysOut, spare },
          overcommit: [{ database: names[0] ?? '', modelled, probabilities: new Map([['steady', likely]]) }],
        }),
      ),
  );
