import { describe, expect, test } from '@jest/globals';
import { verdict } from '../../src/findings/verdict.ts';

const error = { severity: 'error', accepted: false, change: null } as const;
const warning = { severity: 'warning', accepted: false, change: null } as const;
const info = { severity: 'info', accepted: false, change: null } as const;
const worse = { ...error, change: 'worse' } as const;
const unchanged = { ...error, change: 'unchanged' } as const;
const accepted = { severity: 'error', accepted: true, change: null } as const;

describe('verdict', () => {
  test.each([
    ['nothing found', [], 'warning', 'pass'],
    ['an error', [info, error], 'error', 'fail'],
    ['an error at a stricter gate', [error], 'warning', 'fail'],
    ['a warning', [warning, info], 'error', 'pass'],
    ['a warning at a stricter gate', [info, warning], 'warning', 'fail'],
    ['information at a stricter gate', [info], 'warning', 'pass'],
    ['an accepted error', [accepted, info], 'warning', 'pass'],
    ['an error that a change made worse', [worse], 'error', 'fail'],
    ['an error that a change left as it was', [unchanged], 'warning', 'pass'],
    ['an accepted error beside another', [accepted, error], 'error', 'fail'],
  ] as const)('%s', (_, findings, failOn, expected) => {
    expect(verdict(findings, failOn)).toBe(expected);
  });
});
