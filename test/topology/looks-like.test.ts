import { describe, expect, test } from '@jest/globals';
import { looksLikeTopology } from '../../src/topology/looks-like.ts';

const topology = 'databases:\n  main: { max_connections: 100 }\nservices:\n  web: { nodes: 1, pool: 5 }\n';

describe('a file in a folder', () => {
  test.each([
    ['shop.yml', 'a topology', topology, true],
    ['shop.yml', 'one with the short form', topology.replace('databases:\n  main:', 'database:'), true],
    ['shop.json', 'one in JSON', '{"services": {}, "database": {}}', true],
    ['shop.json', 'one in JSON over several lines', '{\n  "services": {},\n  "databases": {}\n}', true],
    ['shop.yml', 'one with mistakes', `${topology}servces: 1\n`, true],
    ['shop.yml', 'one with a key twice', `${topology}services: {}\n`, true],
    ['shop.yml', 'one that is broken', `${topology}  - x\n`, true],
    ['shop.json', 'broken JSON', '{\n  "services": {,\n  "databases": {}\n}', true],
    ['shop.yml', 'half of one', 'services:\n  web: { nodes: 1, pool: 5 }\n', false],
    ['compose.yml', 'services that speak of a database', 'services:\n  web: {}\n  database: {}\n', false],
    ['compose.yml', 'the same, broken', '{{ if }}\nservices:\n  web: {}\n  database: {}\n', false],
    ['values.yml', 'a topology below the top', `shop:\n${topology.replace(/^/gm, '  ')}`, false],
    ['package.json', 'something else', '{ "name": "services of databases" }', false],
    ['list.yml', 'a list', '- services\n- databases\n', false],
    ['topology.yml', 'half of one, named so', 'services:\n  web: { nodes: 1, pool: 5 }\n', true],
    ['topology.staging.yml', 'nothing, named so', '', true],
    ['Topology.yml', 'broken, named so', 'a: {\n', true],
    ['topology.yml', 'something else, named so', 'topics:\n  - orders\n', false],
    ['topology/values.yml', 'broken, in a folder named so', 'a: {\n', false],
  ])('%s: %s', (path, _, text, expected) => {
    expect(looksLikeTopology(path, text)).toBe(expected);
  });
});
