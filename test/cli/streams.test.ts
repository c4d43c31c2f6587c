import { describe, expect, test } from '@jest/globals';
import { perform } from './run.ts';

const services = Array.from({ length: 1000 }, (_, index) => `  service-${index}: { nodes: 2, pool: 1, deploy: none }`);
const topology = `database: { max_connections: 5000, version: 17 }\nservices:\n${services.join('\n')}\n`;
const run = { files: { 'topology.yml': topology }, stdin: topology, stdout: '', stderr: '', exit: 0 };

describe('a long result', () => {
  test('reaches a slow reader whole', async () => {
    const { stdout, exit } = await perform({ ...run, command: 'connbudget plan - --format json | (sleep 0.3; cat)' });
    expect(stdout.length).toBeGreaterThan(2 ** 18);
    expect(JSON.parse(stdout).services).toHaveLength(1000);
    expect(exit).toBe(0);
  });

  test('may be left by its reader', async () => {
    const command = 'connbudget plan topology.yml --format json | head -c 1';
    expect(await perform({ ...run, command })).toEqual({ stdout: '{', stderr: '', exit: 0 });
  });
});
