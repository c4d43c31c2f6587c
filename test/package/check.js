/** Packs the package, installs it into an empty folder, and runs it there on every supported Node. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'connbudget-package-'));
const run = (command, args, options) => execFileSync(command, args, { cwd: folder, encoding: 'utf8', ...options });
const write = (name, text) => writeFileSync(join(folder, name), text);

/** Published binaries of other lines, under the name of the line. */
const lines = ['22', '24', '26'];
const binaries = lines.map((line) => `node${line}@npm:node-${process.platform}-${process.arch}@${line}`);

const topology = 'database: { max_connections: 100 }\nservices:\n  web: { nodes: 4, pool: 20, deploy: none }\n';
const typed = `
  import { InputError, plan, type Document } from 'connbudget';
  const document: Document = plan(${JSON.stringify(topology)}, { today: '2026-01-01' }).document;
  console.log(document.verdict, InputError.name);`;

try {
  run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], { cwd: root });
  write('package.json', '{ "private": true, "type": "module" }');
  run('npm', ['install', '--offline', '--silent', ...readdirSync(folder).filter((name) => name.endsWith('.tgz'))]);
  const installed = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
  console.log(`installed: ${installed.join(', ')}`);

  write('library.ts', typed);
  run(join(root, 'node_modules/.bin/tsc'), ['--strict', '--module', 'nodenext', '--types', '', 'library.ts']);
  console.log(`library: ${run(process.execPath, ['library.js']).trim()}`);

  run('npm', ['install', '--no-save', '--no-package-lock', '--prefix', join(folder, 'nodes'), ...binaries]);
  const nodes = lines.map((line) => join(folder, 'nodes/node_modules', `node${line}`, 'bin/node'));
  for (const node of [process.execPath, ...nodes]) {
    const program = join(folder, 'node_modules/connbudget/bin/run.js');
    run('npm', ['run', '--silent', 'jest', '--', 'test/cli/golden.test.ts'], {
      cwd: root,
      env: { ...process.env, CONNBUDGET: `"${node}" "${program}"` },
      stdio: 'pipe',
    });
    console.log(`${run(node, ['--version']).trim()}: every golden run came out the same`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
