import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { checkFormats } from '../../src/report/check/index.ts';
import { diffFormats } from '../../src/report/diff/index.ts';
import { formats } from '../../src/report/index.ts';
import { recommendFormats } from '../../src/report/recommend/index.ts';
import { namesIn, wrongNamesIn } from './names.ts';

const page = readFileSync('docs/architecture.md', 'utf8');

describe('docs/architecture.md', () => {
  test('names only files, types and functions that there are, each type once', () => {
    const { paths, types, calls } = namesIn(page);
    expect(Math.min(paths.length, types.length, calls.length)).toBeGreaterThan(5);
    expect(wrongNamesIn(page)).toEqual([]);
  });

  test('has a paragraph for every room', () => {
    const rooms = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(rooms.map(({ name }) => name).filter((name) => !page.includes(`**\`src/${name}/\`**`))).toEqual([]);
  });

  test('says which format prints which document', async () => {
    const lists = { plan: formats, check: checkFormats, diff: diffFormats, recommend: recommendFormats };
    const columns = Object.keys(checkFormats);
    const rows = Object.entries(lists).map(([document, list]) => [
      document,
      ...columns.map((format) => (format in list ? 'yes' : '')),
    ]);
    const table = [['document', ...columns], ['---', ...columns.map(() => '---')], ...rows];
    expect(page).toContain(table.map((cells) => `| ${cells.join(' | ')} |`.replace(/ {2,}/g, ' ')).join('\n'));
  });

  test('would be told of a name that is gone', () => {
    const wrong = ['src/gone/index.ts', 'src/rules/gone-<rule>.ts', 'GoneType', 'goneFunction'];
    expect(wrongNamesIn('`src/gone/index.ts`, `src/rules/gone-<rule>.ts`, `GoneType`, `goneFunction()`')).toEqual(
      wrong,
    );
    expect(wrongNamesIn('`src/rules/index.ts`, `src/rules/<rule>.ts`, `Topology`, `parseTopology()`')).toEqual([]);
  });
});

test('CONTRIBUTING names only files that there are', () => {
  const { paths } = namesIn(readFileSync('CONTRIBUTING.md', 'utf8'));
  expect(paths.length).toBeGreaterThan(10);
  expect(wrongNamesIn(paths.map((path) => `\`${path}\``).join(' '))).toEqual([]);
});
