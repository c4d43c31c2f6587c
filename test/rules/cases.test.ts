import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import { findingsOf } from './findings-of.ts';

interface Case {
  readonly what: string;
  readonly topology: unknown;
  readonly expect: readonly string[];
  /** Of the first finding. */
  readonly message?: string;
}

const cases = load(readFileSync(new URL('cases.yml', import.meta.url), 'utf8')) as Case[];

describe('the rules', () => {
  test.each(cases)('$what', ({ topology, expect: expected, message }) => {
    const found = findingsOf(JSON.stringify(topology)).filter(({ rule }) => rule !== 'value-assumed');
    const short = found.map(({ rule, severity, on, scenario, acceptedBy }) =>
      [rule, severity, on, scenario, ...(acceptedBy === null ? [] : ['accepted'])].join(' '),
    );
    expect(short.map((line) => line.replace(/ $/, ' null')).sort()).toEqual([...expected].sort());
    if (message !== undefined) expect(found[0]?.message).toBe(message);
  });
});
