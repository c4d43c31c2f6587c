import { expect, test } from '@jest/globals';
import { parseTopology } from '../../src/topology/index.ts';
import { starter } from '../../src/topology/starter.ts';
import { mutate } from './mutate.ts';
import { tryMutations } from './try-mutations.ts';

const files = 10_000;

test(`${files} mutated files are each parsed or refused in words`, () => {
  const { accepted, refused, wrong } = tryMutations((text) => parseTopology(text, 'mutated.yml'), files);
  expect(wrong).toEqual([]);
  expect(Math.min(accepted, refused)).toBeGreaterThan(files / 20);
});

test('mutated changes are each laid over the file or refused in words', () => {
  const sets = [
    'services.web.nodes=40',
    'services.web.pool={ size: 5, min: 1 }',
    'policy.accept[0].rule=x',
    'x-a.b=[1, 2]',
  ];
  let seed = 0;
  const run = () => parseTopology(starter, 'starter.yml', [mutate(seed, sets[seed++ % sets.length] ?? '')]);
  expect(tryMutations(run, files / 5).wrong).toEqual([]);
});
