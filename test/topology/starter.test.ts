import { expect, test } from '@jest/globals';
import { plan } from '../../src/index.ts';
import { starter } from '../../src/topology/starter.ts';

const today = '2026-12-01';
const lines = starter.split('\n');
const optional = lines.filter((line) => /^ {2,}# [a-z_]+: \S/.test(line));

test('the file that init writes plans without findings and assumes nothing', () => {
  const { plan: made, findings } = plan(starter, { today });
  expect(findings).toEqual([]);
  expect(made.topology.assumptions).toEqual([]);
});

test.each(optional)('a line that is commented out can be used: %s', (line) => {
  const index = lines.indexOf(line);
  const key = /[a-z_]+/.exec(line)?.[0] ?? '';
  const replaced = key === 'client' ? 'pool' : key;
  const rival = lines.findLastIndex((other, at) => at < index && other.startsWith(`    ${replaced}:`));
  const text = lines.with(index, line.replace('# ', '')).filter((_, at) => at !== rival);
  expect(() => plan(text.join('\n'), { today })).not.toThrow();
});
