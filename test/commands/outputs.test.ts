import { describe, expect, test } from '@jest/globals';
import { type Output, outputsOf, type Token } from '../../src/cli/outputs/outputs.ts';

/** The tokens of a command line such as `--format json --output a b.yml`. */
function tokens(line: string): Token[] {
  const words = line.split(' ').filter((word) => word !== '');
  const found: Token[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    if (word.startsWith('--')) found.push({ type: 'flag', flag: word.slice(2), input: words[++index] ?? '' });
    else found.push({ type: 'arg', input: word });
  }
  return found;
}

const shown = ({ format, path, summary }: Output) => `${format} > ${path ?? 'out'}${summary ? ' (summary)' : ''}`;

describe('reports of a command line', () => {
  test.each<[line: string, env: NodeJS.ProcessEnv, outputs: string[]]>([
    ['a.yml', {}, ['table > out']],
    ['a.yml --format json', {}, ['json > out']],
    ['--format json --output a.json a.yml', {}, ['json > a.json']],
    ['--format json a.yml --output a.json', {}, ['json > a.json']],
    ['--format json --output a --format sarif --output b', {}, ['json > a', 'sarif > b']],
    ['--format table --format sarif --output b', {}, ['table > out', 'sarif > b']],
    ['--format sarif --output b --format table', {}, ['sarif > b', 'table > out']],
    ['--format json --output a --format json --output b', {}, ['json > a', 'json > b']],
    ['--format json --output -', {}, ['json > out']],
    ['--format json --output /dev/stdout', {}, ['json > out']],
    ['', { GITHUB_ACTIONS: 'true' }, ['github > out']],
    ['', { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: 's' }, ['github > out', 'markdown > s (summary)']],
    ['', { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: '' }, ['github > out']],
    ['', { GITHUB_ACTIONS: 'false', GITHUB_STEP_SUMMARY: 's' }, ['table > out']],
    ['--format table', { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: 's' }, ['table > out']],
    ['--format json --output a', { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: 's' }, ['json > a']],
  ])('%s %j', (line, env, expected) => {
    expect(outputsOf(tokens(line), env).map(shown)).toEqual(expected);
  });

  test.each([
    ['--output a', '--output a needs a --format of its own before it'],
    ['--output a --format json', '--output a needs a --format of its own before it'],
    ['--format json --output a --output b', '--output b needs a --format of its own before it'],
    ['--format json --format sarif', 'json and sarif would both go to standard output'],
    ['--format json --output - --format sarif', 'json and sarif would both go to standard output'],
    ['--format json --format json', 'json and json would both go to standard output'],
    ['--format json --output a --format sarif --output ./b/../a', 'two reports would go to ./b/../a'],
  ])('%s is refused', (line, message) => {
    expect(() => outputsOf(tokens(line), {})).toThrow(message);
  });
});
