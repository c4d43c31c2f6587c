import { expect, test } from '@jest/globals';
import { plainPath } from '../../../src/documents/check/place.ts';

test.each([
  ['topology.yml', 'topology.yml'],
  ['./topology.yml', 'topology.yml'],
  ['a/./b//c.yml', 'a/b/c.yml'],
  ['a/x/../b.yml', 'a/b.yml'],
  ['../../shared/a.yml', '../../shared/a.yml'],
  ['a/../../b.yml', '../b.yml'],
  ['envs\\prod\\topology.yml', 'envs/prod/topology.yml'],
  ['/srv/app/./topology.yml', '/srv/app/topology.yml'],
  ['C:\\app\\topology.yml', 'C:/app/topology.yml'],
  ['-', '-'],
  ['.', '.'],
  ['./x/..', '.'],
])('%s is %s', (given, plain) => {
  expect(plainPath(given)).toBe(plain);
});
