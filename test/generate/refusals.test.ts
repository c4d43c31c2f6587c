import { describe, expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import { countRules, readModules, readPython, readRails, readShell } from './languages.ts';
import { readAlert, readElixir, readGo, readProperties } from './parsers.ts';
import { where } from './programs.ts';
import { readConnection, readIni, readLimits, readTemplate } from './readers.ts';

/** For each reader, what it takes and the same with a mistake. (Those of servers are with the servers.) */
const planted: readonly [name: string, read: (text: string) => unknown, good: string, bad: string][] = [
  ['YAML', load, 'a: { b: 1 }', 'a: { b: 1'],
  ['ES modules', (text) => readModules([text]), 'export const pools = {};', 'export const pools = {;'],
  ['environment files', readShell, 'WEB_POOL=5', 'WEB_POOL=5 6'],
  ['properties', readProperties, 'maximumPoolSize=5', 'maximumPoolSize=\\u5'],
  ['Go', readGo, 'package connbudget\n\nvar most = 5\n', 'package connbudget\n\nvar most := 5\n'],
  ['Go, formatted', readGo, 'package connbudget\n\nvar most = 5\n', 'package connbudget\n\nvar most=5\n'],
  [
    'Elixir',
    readElixir,
    'import Config\nconfig :a, A.Repo, pool_size: 5',
    'import Config\nconfig :a A.Repo, pool_size: 5',
  ],
  [
    'configuration of Ecto',
    readElixir,
    'import Config\nconfig :a, A.Repo, pool_size: 5',
    'import Config\nconfig :a, A.Repo, pool: 5',
  ],
  ['PromQL', readAlert, 'sum by (a) (up{b="c"}) > 5', 'sum by (a) (up{b="c"} > 5'],
  ['strings of PromQL', readAlert, 'up{b="c"} > 5', 'up{b="\\c"} > 5'],
  ['templates of Prometheus', (text) => readTemplate(text, { $value: '5' }), '{{ $value }} {{ "{{" }}', '{{ .Value }}'],
  ['ini files', readIni, '[databases]\na = b', '[databases]\na b'],
  ['connection strings', readConnection, "dbname='it''s'", "dbname='it's'"],
  ['limits', readLimits, 'ALTER ROLE "a""b" CONNECTION LIMIT 5;', 'ALTER ROLE "a"b" CONNECTION LIMIT 5;'],
];

describe('a mistake is refused', () => {
  test.each(planted)('in %s', (_, read, good, bad) => {
    read(good);
    expect(() => read(bad)).toThrow();
  });

  where('python3').test('in Python', () => {
    expect(readPython(['A = {"a": 1}'])).toEqual([{ a: 1 }]);
    expect(() => readPython(['A = {"a": 1'])).toThrow('SyntaxError');
  });

  where('ruby').test('in YAML with ERB', () => {
    expect(readRails(['a: <%= 1 + 2 %>'])).toEqual([{ a: 3 }]);
    expect(() => readRails(['a: <%= 1 + %>'])).toThrow('SyntaxError');
    expect(() => readRails(['a: { b'])).toThrow('SyntaxError');
  });

  where('promtool').test('in rules of Prometheus', () => {
    const rules = (expr: string, summary: string) =>
      `groups: [{ name: a, rules: [{ alert: A, expr: '${expr}', annotations: { summary: '${summary}' } }] }]`;
    expect(countRules([rules('up > 1', '{{ $value }}')])).toEqual([1]);
    expect(() => countRules([rules('up >', '')])).toThrow('parse error');
    expect(() => countRules([rules('up > 1', '{{ if }}')])).toThrow('missing value');
  });
});
