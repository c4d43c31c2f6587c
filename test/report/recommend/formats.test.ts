import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { recommendSchema } from '../../../src/documents/recommend/schema.ts';
import { recommend } from '../../../src/index.ts';
import { recommendFormats } from '../../../src/report/recommend/index.ts';
import { columns } from '../../../src/report/terminal/width.ts';
import { expectHarmless } from '../rendered.ts';
import { recommendations } from './arbitrary.ts';

const looks = fc.record({ width: fc.integer({ min: 60, max: 200 }), all: fc.boolean() });
/** Such documents are large: to make a failing one smaller would take minutes. */
const runs = { numRuns: 60, endOnFailure: true };
const invisible = /[^\n\P{Cc}]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const styles = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
const table = await recommendFormats.table();
const markdown = await recommendFormats.markdown();
const json = await recommendFormats.json();
const validate = new Ajv2020({ strict: true }).compile(recommendSchema);

test('no line of the table is wider than asked for, nothing invisible is in it, and it is the same with colour', () => {
  fc.assert(
    fc.property(recommendations, looks, (document, look) => {
      const text = table(document, { ...look, color: false });
      expect(text.split('\n').filter((line) => columns(line) > look.width)).toEqual([]);
      expect(text).not.toMatch(invisible);
      const unstyled = table(document, { ...look, color: true }).replace(styles, '');
      expect(unstyled.replace(/ +$/gm, '')).toBe(text.replace(/ +$/gm, ''));
    }),
    runs,
  );
}, 60_000);

test('nothing breaks out of Markdown, and it is no longer than a comment may be', () => {
  fc.assert(
    fc.property(recommendations, looks, (document, look) => {
      const text = markdown(document, { ...look, color: false });
      expect(text.length).toBeLessThan(65_000);
      expect(text).not.toMatch(invisible);
      expectHarmless(text);
    }),
    runs,
  );
}, 60_000);

test('JSON is the document, what the schema says, and without anything invisible', () => {
  fc.assert(
    fc.property(recommendations, (document) => {
      const text = json(document);
      expect(text).not.toMatch(invisible);
      const read = JSON.parse(text);
      expect(read).toEqual(document);
      validate(read);
      expect(validate.errors ?? []).toEqual([]);
    }),
    runs,
  );
}, 60_000);

test('the schema refuses a key too many and a key too few', () => {
  const { document } = recommend('{ database: { max_connections: 9 }, services: { web: { nodes: 1, pool: 2 } } }');
  expect(validate(document)).toBe(true);
  expect(validate({ ...document, extra: 1 })).toBe(false);
  expect(validate({ ...document, model: undefined })).toBe(false);
});

test('what changes is in sight when 60 pools are folded, and --all shows every one', () => {
  const services = Array.from(
    { length: 60 },
    (_, index) => `s${index}: { nodes: 1, deploy: none, pool: ${index === 57 ? 30 : 1} }`,
  );
  const { document } = recommend(`{ database: { max_connections: 100 }, services: { ${services.join(', ')} } }`);
  const plain = { color: false, width: 80, all: false };
  expect(table(document, plain)).toContain('services.s57.');
  expect(table(document, plain)).toContain('… and 40 more pools');
  expect(table(document, plain)).not.toContain('services.s59.');
  expect(table(document, { ...plain, all: true })).toContain('services.s59.');
});
