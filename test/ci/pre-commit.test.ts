import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import { folderWith } from '../action/repository.ts';
import { shell } from './shell.ts';

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
  readonly exclude: string;
}

interface Config {
  readonly repos: readonly { readonly hooks: readonly { readonly id: string; readonly args: readonly string[] }[] }[];
}

const [hook] = load(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as [Hook];
const config = load(readFileSync('fixtures/examples/ci/pre-commit.yml', 'utf8')) as Config;
const [used] = config.repos.flatMap(({ hooks }) => hooks);

test('the example uses the hook', () => {
  expect(used?.id).toBe(hook.id);
});

test.each([
  ['topology.yml', true],
  ['services/shop/topology.yaml', true],
  ['shop-topology.json', true],
  ['topology.staging.yml', true],
  ['topology.schema.json', false],
  ['topology.md', false],
  ['topologies/README.yml', false],
  ['docker-compose.yml', false],
])('of %s the hook is run: %s', (name, is) => {
  expect(new RegExp(hook.files).test(name) && !new RegExp(hook.exclude).test(name)).toBe(is);
});

const topology = (nodes: number) =>
  `database: { max_connections: 100 }\nservices: { web: { nodes: ${nodes}, pool: 10, deploy: none } }\n`;

test.each([
  ['passes', { 'topology.yml': topology(2), 'the other topology.yml': topology(3) }, 0],
  ['fails', { 'topology.yml': topology(2), 'the other topology.yml': topology(30) }, 1],
  ['reaches no verdict', { 'topology.yml': topology(2), 'the other topology.yml': 'web: 5\n' }, 2],
])('a commit %s', (_, files, exit) => {
  const names = Object.keys(files).map((name) => `'${name}'`);
  const command = [hook.entry, ...(used?.args ?? []), ...names].join(' ');
  expect(shell(folderWith(files), [command])).toBe(exit);
});
