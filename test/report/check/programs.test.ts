import { describe, expect, test } from '@jest/globals';
import { expectGolden } from '../golden.ts';
import { checkOf, checks, over } from './checks.ts';
import { github, gitlab, junit, options, sarif } from './formats.ts';
import { readLog } from './readers/runner.ts';
import { gitlabMistakes, junitMistakes, sarifMistakes } from './schemas.ts';

/** Few enough to read, one of them silent. */
const shown = ['deploy-over-budget', 'pool-smaller-than-threads', 'pool-unbounded'];
const few = { ...options, rules: options.rules.filter(({ id }) => shown.includes(id)) };
const { shards, ...small } = checks;

describe.each(Object.entries(small))('%s', (name, check) => {
  test('as workflow commands', () => expectGolden(`check/${name}.github`, github(check, few)));
  test('as SARIF', () => expectGolden(`check/${name}.sarif`, sarif(check, few)));
  test('as JUnit', () => expectGolden(`check/${name}.junit.xml`, junit(check, few)));
  test('as code quality', () => expectGolden(`check/${name}.gitlab.json`, gitlab(check, few)));
});

describe.each(Object.entries(checks))('%s is valid', (_, check) => {
  test('SARIF', () => expect(sarifMistakes(JSON.parse(sarif(check, options)))).toEqual([]));
  test('JUnit', async () => expect(await junitMistakes(junit(check, options))).toEqual([]));
  test('code quality', () => expect(gitlabMistakes(JSON.parse(gitlab(check, options)))).toEqual([]));
});

describe('each schema finds a mistake', () => {
  const { several } = checks;
  test.each([
    [
      'a level that does not exist',
      '"level": "note"',
      '"level": "info"',
      '/level must be equal to one of the allowed values',
    ],
    ['a path that is no URI', 'log%20data', 'log data', '/uri must match format "uri-reference"'],
    ['a key that does not exist', '"suppressions"', '"suppression"', 'must NOT have additional properties'],
  ])('SARIF with %s', (_, from, to, mistake) => {
    const text = sarif(several, options).replaceAll(from, to);
    expect(sarifMistakes(JSON.parse(text)).join('\n')).toContain(mistake);
  });

  test.each([
    ['a case without a name', / name="accept-unused"/, "The attribute 'name' is required but missing"],
    ['text that is no XML', /pool 12/, 'StartTag: invalid element name', '< 12'],
  ])('JUnit with %s', async (_, from, mistake, to = '') => {
    const text = junit(several, options).replace(from, to);
    expect((await junitMistakes(text)).join('\n')).toContain(mistake);
  });

  test.each([
    ['an absolute path', '"path": "envs', '"path": "/envs', '/path must NOT be valid'],
    ['a severity that does not exist', '"minor"', '"warning"', '/severity must be equal to one of the allowed values'],
  ])('code quality with %s', (_, from, to, mistake) => {
    const text = gitlab(several, options).replaceAll(from, to);
    expect(gitlabMistakes(JSON.parse(text)).join('\n')).toContain(mistake);
  });
});

describe('workflow commands', () => {
  test('the tenth of a kind counts those that GitHub does not show', () => {
    const { commands, plain } = readLog(github(shards, options));
    const more = commands.flatMap(({ name, data }, index) => (data.includes('more') ? [[name, index, data]] : []));
    expect(more).toEqual([
      [
        'error',
        9,
        expect.stringMatching(/\nAnd 3 more, which GitHub does not show here: see the log and the job summary.$/),
      ],
    ]);
    expect(plain).toEqual(['FAIL: 1 file, 13 databases: 13 errors']);
  });

  test('quiet leaves what fails, and is silent where nothing does', () => {
    const quiet = { ...options, quiet: true };
    const { commands, plain } = readLog(github(checks.several, quiet));
    expect(new Set(commands.map(({ name }) => name))).toEqual(new Set(['error']));
    expect(plain).toEqual(['FAIL: 3 files, 3 databases: 1 error, 2 warnings, 1 info, 1 accepted']);
    expect(github(checks.fitting, quiet)).toBe('');
  });
});

test('programs are told everything, quiet or not', () => {
  for (const format of [sarif, junit, gitlab]) {
    expect(format(checks.several, { ...options, quiet: true })).toBe(format(checks.several, options));
  }
});

test('an absolute path stays one where the format has such', () => {
  const check = checkOf({ '/srv/app/a b.yml': over, 'C:\\app\\topology.yml': over });
  const { results } = JSON.parse(sarif(check, options)).runs[0];
  const uris = results.map((result: Result) => result.locations[0].physicalLocation.artifactLocation.uri);
  expect(new Set(uris)).toEqual(new Set(['file:///srv/app/a%20b.yml', 'file:///C:/app/topology.yml']));
  const issues: Issue[] = JSON.parse(gitlab(check, options));
  expect(new Set(issues.map(({ location }) => location.path))).toEqual(
    new Set(['srv/app/a b.yml', 'C:/app/topology.yml']),
  );
});

interface Result {
  readonly locations: readonly [{ readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }];
}

interface Issue {
  readonly location: { readonly path: string };
}
