import { expect, test } from '@jest/globals';
import { nearest } from '../../src/topology/nearest.ts';

const keys = ['nodes', 'max_nodes', 'processes', 'pool', 'pools', 'to', 'user', 'deploy', 'max_pool'];

test.each([
  ['nodez', 'nodes'],
  ['ndoes', 'nodes'],
  ['node', 'nodes'],
  ['maxNodes', 'max_nodes'],
  ['max-nodes', 'max_nodes'],
  ['POOL', 'pool'],
  ['poll', 'pool'],
  ['deploys', 'deploy'],
  ['proceses', 'processes'],
  ['replicas', null],
  ['x', null],
  ['', null],
  ['n'.repeat(1000), null],
])('%j was meant as %j', (written, meant) => {
  expect(nearest(written, keys)).toBe(meant);
});
