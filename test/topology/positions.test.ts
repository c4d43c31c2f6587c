import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dump, load } from 'js-yaml';
import type { Location } from '../../src/findings/types.ts';
import type { Segments } from '../../src/topology/segments.ts';
import type { Source } from '../../src/topology/source.ts';
import { readYaml } from '../../src/topology/yaml.ts';
import { topologyFiles } from './arbitrary.ts';

function read(text: string): Source {
  const { source } = readYaml('file.yml', text);
  if (source === null) throw new Error('not readable');
  return source;
}

/** The text from a place on. */
function textAt(text: string, place: Location | null): string {
  if (place === null) throw new Error('no place');
  const lines = text.split('\n').slice(place.line - 1);
  return [lines[0]?.slice(place.column - 1), ...lines.slice(1)].join('\n');
}

/** Every word and number of a value, with its path. */
function leaves(value: unknown, at: Segments = []): { at: Segments; value: unknown }[] {
  if (typeof value !== 'object' || value === null) return [{ at, value }];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, item]) => leaves(item, [...at, key]));
}

describe('positions', () => {
  test.each([
    ['blocks', (file: unknown) => dump(file)],
    ['flows', (file: unknown) => dump(file, { flowLevel: 1, quoteStyle: 'double', forceQuotes: true })],
    ['JSON', (file: unknown) => JSON.stringify(file, null, 1)],
  ])('every value is found where its text is, every key where it is written: %s', (_, write) => {
    fc.assert(
      fc.property(topologyFiles(), (file) => {
        const text = write(file);
        const source = read(text);
        for (const { at, value } of leaves(file)) {
          const written = source.written(at) ?? '';
          expect(load(written)).toEqual(value);
          expect(textAt(text, source.locate(at)).startsWith(written)).toBe(true);
          const key = at.at(-1);
          if (typeof key === 'string') expect(textAt(text, source.locateKey(at))).toMatch(key);
        }
      }),
      { numRuns: 100 },
    );
  });

  const text = `\
base: &base
  nodes: 3
  pool: { size: 5 }
more: &more { pool: 9, to: main }
services:
  a: { <<: *base, pool: 7 }
  b:
    <<: [*base, *more]
  c: *base
  "d e": { list: [one, { two: 2 }] }
  f:
  g: |
    text
`;
  test.each<[Segments, string]>([
    [['services', 'a', 'pool'], '7 }'],
    [['services', 'a', 'nodes'], '3\n'],
    [['services', 'b', 'pool', 'size'], '5 }'],
    [['services', 'b', 'to'], 'main }'],
    [['services', 'c'], '*base'],
    [['services', 'c', 'pool', 'size'], '5 }'],
    [['services', 'd e'], '"d e"'],
    [['services', 'd e', 'list'], 'list: ['],
    [['services', 'd e', 'list', 1, 'two'], '2 }'],
    [['services', 'f'], 'f:'],
    [['services', 'g'], '    text'],
    [['services'], 'services:'],
    [[], 'base:'],
  ])('%j is at %j', (at, expected) => {
    expect(textAt(text, read(text).locate(at)).startsWith(expected)).toBe(true);
  });

  test('what is not there has no place', () => {
    const source = read(text);
    expect(source.locate(['services', 'a', 'max_nodes'])).toBeNull();
    expect(source.locate(['services', 'f', 'nodes'])).toBeNull();
    expect(source.locate(['constructor'])).toBeNull();
  });

  test.each(['\n', '\r\n', '\r'])('lines end as in YAML: %j', (end) => {
    const source = read(['a: 1', 'b:', '  c: 2'].join(end));
    expect(source.locate(['b', 'c'])).toEqual({ path: 'file.yml', line: 3, column: 6 });
  });
});
