import { describe, expect, test } from '@jest/globals';
import { checkFormats } from '../../src/report/check/index.ts';
import { diffFormats } from '../../src/report/diff/index.ts';
import { formats } from '../../src/report/index.ts';
import { recommendFormats } from '../../src/report/recommend/index.ts';
import { perform } from './run.ts';

const topology = (max: number) =>
  `database: { max_connections: ${max}, version: 17 }\nservices:\n  web: { nodes: 4, pool: 20, deploy: none }\n`;

const files = {
  'good.yml': topology(200),
  'fails.yml': topology(50),
  'bad.yml': 'databases: {}\n',
  'old.txt': 'old\n',
};

const run = (command: string) => perform({ command, files, stdin: '', stdout: '', stderr: '', exit: 0 });

/** What comes after plan or check and its format, and how each ends. */
const endings: readonly (readonly [rest: string, plan: number, check: number])[] = [
  ['good.yml', 0, 0],
  ['fails.yml', 0, 1],
  ['good.yml fails.yml', 0, 1],
  ['bad.yml', 2, 2],
  ['good.yml bad.yml', 2, 2],
  ['missing.yml', 2, 2],
  ['fails.yml missing.yml', 2, 2],
  ['', 2, 2],
  ['good.yml | true', 0, 0],
  ['fails.yml | true', 0, 1],
  ['fails.yml > /dev/full', 2, 2],
];

const withFormats = (formats: object) => ['', ...Object.keys(formats).map((format) => `--format ${format} `)];

describe('plan and check end the same with every format', () => {
  const lines = (command: string, formats: object, column: 1 | 2) =>
    withFormats(formats).flatMap((format) =>
      endings.map((ending) => [`connbudget ${command} ${format}${ending[0]}`, ending[column]] as const),
    );
  test.each([...lines('plan', formats, 1), ...lines('check', checkFormats, 2)])('%s: %d', async (line, exit) => {
    expect((await run(line)).exit).toBe(exit);
  });
});

/** The same for diff, with what it compares. */
const comparisons: readonly (readonly [rest: string, exit: number])[] = [
  ['good.yml good.yml', 0],
  ['good.yml fails.yml', 0],
  ['good.yml bad.yml', 2],
  ['bad.yml good.yml', 2],
  ['missing.yml good.yml', 2],
  ['good.yml', 2],
  ['good.yml fails.yml | true', 0],
  ['good.yml fails.yml > /dev/full', 2],
];

describe('diff ends the same with every format', () => {
  const lines = withFormats(diffFormats).flatMap((format) =>
    comparisons.map(([rest, exit]) => [`connbudget diff ${format}${rest}`, exit] as const),
  );
  test.each(lines)('%s: %d', async (line, exit) => {
    expect((await run(line)).exit).toBe(exit);
  });
});

/** The same for recommend, which takes one file. */
const recommendations: readonly (readonly [rest: string, exit: number])[] = [
  ['good.yml', 0],
  ['fails.yml', 0],
  ['bad.yml', 2],
  ['missing.yml', 2],
  ['', 2],
  ['good.yml | true', 0],
  ['good.yml > /dev/full', 2],
];

describe('recommend ends the same with every format', () => {
  const lines = withFormats(recommendFormats).flatMap((format) =>
    recommendations.map(([rest, exit]) => [`connbudget recommend ${format}${rest}`.trim(), exit] as const),
  );
  test.each(lines)('%s: %d', async (line, exit) => {
    expect((await run(line)).exit).toBe(exit);
  });
});

describe('the other commands', () => {
  test.each([
    ['catalog', 0],
    ['catalog nothing', 2],
    ['explain', 0],
    ['explain pool-unbounded', 0],
    ['explain nothing', 2],
    ['explain fails.yml --on databases.database', 0],
    ['explain fails.yml --on databases.nothing', 2],
    ['explain bad.yml --on databases.database', 2],
    ['explain missing.yml --on databases.database', 2],
    ['explain fails.yml --on web', 0],
    ['explain fails.yml --on nothing', 2],
    ['explain fails.yml', 2],
    ['explain bad.yml --on web', 2],
    ['explain missing.yml --on web', 2],
    ['schema', 0],
    ['schema document', 0],
    ['schema nothing', 2],
    ['init new.yml', 0],
    ['init good.yml', 2],
    ['init missing/new.yml', 2],
    ['', 2],
    ['nothing', 2],
    ['--version', 0],
    ...['catalog', 'explain', 'explain pool-unbounded', 'explain good.yml --on web', 'schema', 'init new.yml'].flatMap(
      (command) => [[`${command} | true`, 0] as const, [`${command} > /dev/full`, 2] as const],
    ),
  ] as const)('%s: %d', async (line, exit) => {
    expect((await run(`connbudget ${line}`.trim())).exit).toBe(exit);
  });
});

describe.each(Object.keys(checkFormats))('check --format %s --output', (format) => {
  const check = `connbudget check --format ${format}`;

  test.each(['good.yml', 'fails.yml', 'good.yml fails.yml bad.yml', 'bad.yml missing.yml'])(
    'writes what it would print: %s',
    async (names) => {
      const printed = await run(`${check} ${names}`);
      const line = `${check} --output old.txt ${names} > printed.txt; code=$?; cat printed.txt old.txt; ls -A; exit $code`;
      const listing = ['bad.yml', 'fails.yml', 'good.yml', 'old.txt', 'printed.txt', ''].join('\n');
      expect(await run(line)).toEqual({ ...printed, stdout: `${printed.stdout}${listing}` });
    },
  );
});

describe('a report that cannot be written leaves everything as it is', () => {
  test.each([
    ...Object.keys(checkFormats).map((format) => [format, 'fails.yml', 'missing/new.txt'] as const),
    ['json', 'fails.yml', 'good.yml/new.txt'],
    ['json', 'fails.yml', 'fails.yml'],
    ['json', 'fails.yml', '.'],
    ['json', 'fails.yml', '/dev/full'],
  ] as const)('%s of %s to %s', async (format, name, path) => {
    const line = `connbudget check --format ${format} --output ${path} ${name}; code=$?; ls -A; cat *; exit $code`;
    const { stdout, exit } = await run(line);
    const names = Object.keys(files).sort() as (keyof typeof files)[];
    expect({ stdout, exit }).toEqual({
      stdout: [...names.map((each) => `${each}\n`), ...names.map((each) => files[each])].join(''),
      exit: 2,
    });
  });
});
