import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hostileTopologies } from './arbitrary.ts';
import { missing } from './servers.ts';
import { generated, sourceOf } from './source.ts';

/** The format's own tools, where they are, on names of any kind. What they say of good files, which is nothing for gofmt. */
const tools = [
  { target: 'prometheus', file: 'rules.yml', program: 'promtool', args: ['check', 'rules'], says: 'SUCCESS' },
  { target: 'go', file: 'pools.go', program: 'gofmt', args: ['-l'], says: '' },
] as const;

for (const { target, file, program, args, says } of tools) {
  const absent = missing([program]);
  (absent === '' ? test : test.skip)(`${target} passes ${program}${absent && ` (skipped: no ${absent} here)`}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'generated-'));
    const files = fc.sample(hostileTopologies(), { numRuns: 20, seed: 5 }).map((topology, index) => {
      const path = join(folder, `${index}-${file}`);
      writeFileSync(path, generated(target, sourceOf(topology)));
      return path;
    });
    const { status, stdout, stderr } = spawnSync(program, [...args, ...files], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout.split(says === '' ? '\n' : says)).toHaveLength(says === '' ? 1 : files.length + 1);
  });
}
