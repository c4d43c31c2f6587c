import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { planted } from './planted.ts';

const root = join(import.meta.dirname, '../..');

interface Cruise {
  readonly violations: readonly {
    readonly from: string;
    readonly to: string;
    readonly rule: { readonly name: string };
  }[];
  readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string; readonly comment: string }[] };
}

/** What the fences say about the imports below `src/` of a project. */
function cruise(project: string): Cruise {
  const cruiser = join(root, 'node_modules/.bin/depcruise');
  const options = ['--config', '.dependency-cruiser.js', '--output-type', 'json', 'src'];
  return JSON.parse(String(execFileSync(cruiser, options, { cwd: project, maxBuffer: 2 ** 26 }))).summary;
}

function projectWith(files: Readonly<Record<string, string>>): string {
  const project = mkdtempSync(join(tmpdir(), 'fences-'));
  for (const file of ['.dependency-cruiser.js', 'package.json', 'biome.json'])
    cpSync(join(root, file), join(project, file));
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), text);
  }
  return project;
}

describe('imports', () => {
  const { violations, ruleSetUsed } = cruise(root);

  test('no room imports what it must not know', () => {
    expect(violations.map(({ from, to, rule }) => `${rule.name}: ${from} imports ${to}`)).toEqual([]);
  });

  test('a planted violation of each fence is caught by that fence', () => {
    const rooms = [
      'findings',
      'catalog',
      'topology',
      'budget',
      'sizing',
      'rules',
      'report',
      'io',
      'action',
      'commands',
      'cli',
    ];
    const targets = rooms.map((name) => [`src/${name}/target.ts`, 'export type Target = 1;']);
    const files = Object.values(planted).map(({ file, text }) => [file, text]);
    const caught = cruise(projectWith(Object.fromEntries([...targets, ...files]))).violations;
    const expected = Object.entries(planted).map(([name, { file }]) => `${name} in ${file}`);
    expect(caught.map(({ rule, from }) => `${rule.name} in ${from}`).sort()).toEqual(expected.sort());
  });

  test('every fence has a reason and a planted violation', () => {
    expect(ruleSetUsed.forbidden.filter(({ comment }) => !comment.endsWith('.'))).toEqual([]);
    expect(Object.keys(planted).sort()).toEqual(ruleSetUsed.forbidden.map(({ name }) => name).sort());
  });
});

/** Categories of what the linter says about these files. */
function lint(files: Readonly<Record<string, string>>): string[] {
  const linter = join(root, 'node_modules/.bin/biome');
  const options = ['lint', '--vcs-enabled=false', '--reporter=json', 'src'];
  const { stdout } = spawnSync(linter, options, { cwd: projectWith(files), encoding: 'utf8' });
  const diagnostics: { readonly category: string }[] = JSON.parse(stdout).diagnostics;
  return diagnostics.map(({ category }) => category);
}

describe('the linter', () => {
  test.each(['process.env', 'new Date()', 'performance.now()', "console.log('')"])(
    'keeps %s out of pure rooms',
    (use) => {
      const text = `export const planted = () => ${use};`;
      expect(lint({ 'src/budget/planted.ts': text })).toEqual(['lint/style/noRestrictedGlobals']);
      expect(lint({ 'src/io/planted.ts': text })).toEqual([]);
    },
  );

  test('finds files that need each other to load', () => {
    const files = {
      'src/budget/one.ts': "import { two } from './two.ts';\nexport const one = () => two;",
      'src/budget/two.ts': "import { one } from './one.ts';\nexport const two = () => one;",
    };
    expect(lint(files)).toEqual(['lint/suspicious/noImportCycles', 'lint/suspicious/noImportCycles']);
  });
});

test('no source file is too long to be read at once (300 lines)', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const long = files.filter((file) => readFileSync(join(root, 'src', file), 'utf8').split('\n').length > 301);
  expect(long).toEqual([]);
});
