import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { ruleTable, withRuleTable } from '../../src/report/markdown/rules-table.ts';
import { rules } from '../../src/rules/index.ts';

describe('the table of rules', () => {
  test('has a row for each rule', () => {
    expect(ruleTable([{ id: 'too-much', severity: 'error', summary: 'a | b' }])).toBe(
      ['| rule | severity | fires when |', '| --- | --- | --- |', '| `too-much` | error | a \\| b |'].join('\n'),
    );
  });

  test('in the README is the generated one (if not: npm run docs)', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    expect(readme).toBe(withRuleTable(readme, rules));
  });

  test('needs its marks', () => {
    expect(() => withRuleTable('# Title', rules)).toThrow('rules:start');
  });
});
