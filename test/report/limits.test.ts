import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Document } from '../../src/report/document.ts';
import { formats } from '../../src/report/index.ts';
import { columns } from '../../src/report/text.ts';
import { sketch } from './plans.ts';

const table = await formats.table();
const markdown = await formats.markdown();
const json = await formats.json();

const texts = fc.oneof(
  fc.constantFrom('web', 'api', 'a-rather-long-name-of-a-service-that-goes-on-and-on-for-sixty'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...'\u001b\u009b\n|`<>@#_*[](){}\u202e日本 ab:/'), minLength: 1, maxLength: 20 }),
);
const amounts = fc.oneof(
  fc.integer({ min: 0, max: 500 }),
  fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
  fc.constant(Number.POSITIVE_INFINITY),
);
const nodes = fc.integer({ min: 0, max: 40 });
const few = { maxLength: 5 };
const finding = fc.record({
  rule: texts,
  severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const),
  on: texts,
  message: texts,
  why: texts,
  remedy: texts,
  acceptedBy: fc.constantFrom(null, 'policy' as const, 'baseline' as const),
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
const documents: fc.Arbitrary<Document> = fc
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
        findings: fc.array(finding, few),
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
      })
      .map(({ max, clientLimit, recommendations, waysOut, spare, others, ...rest }) =>
        sketch({
          ...rest,
          path,
          databases: [
            { name: names[0] ?? '', max: max[0], others },
            { name: names[1] ?? '', max: max[1] },
          ],
          poolers: [{ name: names[2] ?? '', to: names[0] ?? '', capacity: 30, clientLimit }],
          sizing: { recommendations, waysOut, spare },
        }),
      ),
  );
const looks = fc.record({ width: fc.integer({ min: 60, max: 200 }), all: fc.boolean() });
const forbidden = /[^\n\P{Cc}]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const styles = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

const runs = 150;

describe('of any plan', () => {
  test('no line of the table is wider than asked for, and it is the same text with colour', () => {
    fc.assert(
      fc.property(documents, looks, (document, look) => {
        const text = table([document], { ...look, color: false });
        const tooWide = text.split('\n').filter((line) => columns(line) > look.width);
        expect(tooWide).toEqual([]);
        const colored = table([document], { ...look, color: true });
        const unstyled = colored.replace(styles, '');
        expect(unstyled.replace(/ +$/gm, '')).toBe(text.replace(/ +$/gm, ''));
      }),
      { numRuns: runs },
    );
  }, 60_000);

  test('no control character, escape or direction mark reaches any format', () => {
    fc.assert(
      fc.property(documents, looks, (document, look) => {
        for (const format of [table, markdown, json]) {
          expect(format([document], { ...look, color: false })).not.toMatch(forbidden);
        }
      }),
      { numRuns: runs },
    );
  }, 60_000);

  test('Markdown keeps its structure: as many headings and folded blocks as it opens itself', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const text = markdown([document], { color: false, width: 80, all: true });
        const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
        expect(count(/^#/gm)).toBe(1);
        expect(count(/<details>/g)).toBe(count(/<\/details>/g));
        expect(text.replace(/<\/?(details|summary|code|br)>/g, '')).not.toMatch(/<|@(?!&#8203;)/);
        const rows = text.split('\n').filter((line) => line.startsWith('|'));
        for (const row of rows) expect(row.replaceAll(/\\./g, '')).toMatch(/^\|.*\|$/);
      }),
      { numRuns: runs },
    );
  }, 60_000);
});

test('the addends that a table shows add up to its total', () => {
  const services = fc.array(fc.record({ nodes, alive: nodes, perNode: fc.nat(300) }), { maxLength: 40 });
  fc.assert(
    fc.property(services, fc.boolean(), (sketched, all) => {
      const document = sketch({
        databases: [{ name: 'main', max: 1000 }],
        services: sketched.map((service, index) => ({ ...service, name: `s${index}`, to: 'main' })),
      });
      const rows = table([document], { color: false, width: 80, all }).match(/^ {2}[✓✗] (steady|deploy) .*/gm) ?? [];
      for (const row of rows) {
        const cells = row.replaceAll(/\d+ x \d+ =/g, '').match(/ \d+(?= )/g) ?? [];
        const [, total = 0, ...addends] = cells.map(Number).reverse();
        expect(addends.reduce((sum, addend) => sum + addend, 0)).toBe(total);
      }
    }),
    { numRuns: 300 },
  );
}, 60_000);
