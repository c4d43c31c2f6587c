import { describe, expect, test } from '@jest/globals';
import type { Problem } from '../../src/findings/types.ts';
import { renderProblems } from '../../src/report/text/problems.ts';

const problem = (
  line: number,
  column: number,
  message = "unknown key 'node'",
  hint: string | null = null,
): Problem => ({
  location: { path: 'a.yml', line, column },
  message,
  hint,
});
const shown = (problems: readonly Problem[], text: string) =>
  renderProblems(problems, { color: false, sources: new Map([['a.yml', text]]) });

describe('problems', () => {
  test('place, message, hint, and the line with a caret', () => {
    const problems = [problem(2, 3, "unknown key 'node'", "did you mean 'nodes'?"), problem(3, 9)];
    expect(shown(problems, 'web:\r\n  node: 4\r\n  pool: x\r\n')).toBe(
      [
        "a.yml:2:3: unknown key 'node'",
        "  did you mean 'nodes'?",
        '  2 |   node: 4',
        '    |   ^',
        '',
        "a.yml:3:9: unknown key 'node'",
        '  3 |   pool: x',
        '    |         ^',
        '',
      ].join('\n'),
    );
  });

  test('without the text: one line a problem, and its hint', () => {
    expect(renderProblems([problem(2, 3), problem(9, 9, 'b', 'c')], { color: false })).toBe(
      "a.yml:2:3: unknown key 'node'\na.yml:9:9: b\n  c\n",
    );
    expect(shown([problem(7, 1)], 'one line')).toBe("a.yml:7:1: unknown key 'node'\n");
  });

  test('the caret finds its place after tabs, wide characters and escapes', () => {
    expect(shown([problem(1, 7)], '\t日本: \u001bx')).toContain('  1 |  日本: \\x1bx\n    |            ^\n');
  });

  test('of a long line, what is around the place', () => {
    const [, line, caret] = shown([problem(1, 5001)], `${'a'.repeat(5000)}X${'b'.repeat(5000)}`).split('\n');
    expect(line).toBe(`  1 | …${'a'.repeat(40)}X${'b'.repeat(31)}…`);
    expect(caret?.indexOf('^')).toBe(line?.indexOf('X'));
  });

  test('control characters do not get through', () => {
    const hostile = {
      ...problem(1, 1, '\u001b[2J\u202e', '::error::\n'),
      location: { path: 'a\nb', line: 1, column: 1 },
    };
    expect(renderProblems([hostile], { color: false })).toBe('a\\nb:1:1: \\x1b[2J\\u{202e}\n  :\\x3aerror::\\n\n');
  });
});
