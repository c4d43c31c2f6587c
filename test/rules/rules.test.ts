import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { rules } from '../../src/rules/index.ts';
import { findingsOf } from './findings-of.ts';

const folder = new URL('../../src/rules/', import.meta.url);

describe('the list of rules', () => {
  test('has every id once', () => {
    const ids = rules.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test('has one rule for every file in the folder, named after it', async () => {
    const files = readdirSync(folder).filter(
      (name) => name.endsWith('.ts') && !['index.ts', 'types.ts'].includes(name),
    );
    expect(files.sort()).toEqual(rules.map(({ id }) => `${id}.ts`).sort());
    for (const { id } of rules) {
      const exported: Record<string, unknown> = await import(new URL(`${id}.ts`, folder).href);
      expect(Object.values(exported)).toEqual([rules.find((rule) => rule.id === id)]);
    }
  });
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, { example, why, remedy }) => {
  test('fires exactly once on its example, and says what, why and what to do', () => {
    const found = findingsOf(example.fires).filter(({ rule }) => rule === id);
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toMatch(/\S/);
    expect(found[0]?.remedy).toMatch(/\S/);
    expect(found[0]?.why).toBe(why);
    expect(found[0]?.location?.path).toBe('topology.yml');
    expect(remedy).toMatch(/\.$/);
  });

  test('is silent once the example is mended', () => {
    expect(findingsOf(example.silent).filter(({ rule }) => rule === id)).toEqual([]);
  });
});
