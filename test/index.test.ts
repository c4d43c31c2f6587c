import { describe, expect, test } from '@jest/globals';
import { formats, InputError, plan } from '../src/index.ts';

const text =
  'database: { max_connections: 100 }\nservices:\n  web: { nodes: 4, pool: 20, deploy: { surge_factor: 1.5 } }\n';

describe('as a library', () => {
  test('a text becomes a plan, what is wrong with it, and the document of both', () => {
    const { plan: planned, findings, document } = plan(text, { today: '2026-01-31' });
    expect(planned.today).toBe('2026-01-31');
    expect(planned.budget.databases[0]?.worst).toBe('deploy');
    expect(findings.map(({ rule }) => rule)).toContain('deploy-over-budget');
    expect(document.verdict).toBe('fail');
  });

  test('values can be set, and keep the name of the file out of it', () => {
    expect(plan(text, { sets: ['services.web.nodes=2'] }).document.verdict).toBe('pass');
    expect(plan(text).document.topology).toBe('topology.yml');
  });

  test('a text that is no topology throws every mistake, with its place', () => {
    expect(() => plan('databases: 1\nservices: 2\n', { path: 'mine.yml' })).toThrow(InputError);
  });

  test('the formats are those of the command', async () => {
    const format = await formats.json();
    expect(JSON.parse(format([plan(text).document], { color: false, width: 80, all: false })).schema_version).toBe(1);
  });
});
