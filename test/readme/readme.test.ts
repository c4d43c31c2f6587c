import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { plan } from '../../src/index.ts';
import { topologiesIn, withGenerated } from './generated.ts';

const readme = readFileSync('README.md', 'utf8');

describe('the README', () => {
  test('shows what the files hold, the commands print and the rules are; `npm run docs` brings it up to date', () => {
    expect(withGenerated(readme)).toBe(readme);
  });

  test.each(topologiesIn(readme))('shows topologies that can be planned: %#', (text) => {
    const whole = text.includes('services:') ? text : `database: {}\nservices: { web: { nodes: 1, pool: 1 } }\n${text}`;
    expect(plan(whole).document.databases).not.toHaveLength(0);
  });
});
