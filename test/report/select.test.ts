import { describe, expect, test } from '@jest/globals';
import { selectable, selectDatabases } from '../../src/documents/plan/select.ts';
import { subject } from '../../src/documents/plan/subject.ts';
import { sketch } from './plans.ts';

const document = sketch({
  databases: [
    { name: 'main', max: 100 },
    { name: 'logs', max: 50 },
  ],
  poolers: [{ name: 'bouncer', to: 'main', capacity: 30, clientLimit: 100 }],
  services: [
    { name: 'web', to: 'bouncer', nodes: 4, alive: 6, perNode: 20 },
    { name: 'web.v2', to: 'logs', nodes: 1, perNode: 10 },
  ],
  assumptions: [
    { on: 'services.web.deploy', value: '', reason: '' },
    { on: 'services.web.v2.deploy', value: '', reason: '' },
    { on: 'policy.headroom', value: '', reason: '' },
  ],
  sizing: {
    spare: [
      { database: 'main', scenario: 'deploy', connections: 1 },
      { database: 'logs', scenario: 'steady', connections: 2 },
    ],
  },
  findings: [
    { on: 'databases.main', scenario: 'deploy' },
    { on: 'services.web.v2.pools.default', severity: 'warning', scenario: null },
  ],
});
const on = (items: readonly { readonly on: string }[]) => items.map((item) => item.on);
const names = (items: readonly { readonly name: string }[]) => items.map((item) => item.name);

describe('select', () => {
  test('what can be selected', () => {
    expect(selectable(document)).toEqual({ scenarios: ['steady', 'deploy'], databases: ['main', 'logs'] });
  });

  test('a database: what reaches it, directly or through a pooler, and the policy', () => {
    const main = selectDatabases(document, ['main']);
    expect([names(main.databases), names(main.poolers), names(main.services)]).toEqual([
      ['main'],
      ['bouncer'],
      ['web'],
    ]);
    expect(on(main.findings)).toEqual(['databases.main']);
    expect(on(main.assumptions)).toEqual(['services.web.deploy', 'policy.headroom']);
    const logs = selectDatabases(document, ['logs']);
    expect([names(logs.databases), names(logs.poolers), names(logs.services)]).toEqual([['logs'], [], ['web.v2']]);
    expect(on(logs.assumptions)).toEqual(['services.web.v2.deploy', 'policy.headroom']);
    expect([logs.verdict, logs.spare.length]).toEqual(['pass', 1]);
  });
});

test('a path is about the longest name that it begins with', () => {
  const names = { databases: new Set<string>(), poolers: new Set<string>(), services: new Set(['web', 'web.v2']) };
  const about = (path: string) => subject(path, names)?.name;
  expect(about('services.web.v2.pools.v3')).toBe('web.v2');
  expect(about('services.web.v3')).toBe('web');
  expect(about('services.website')).toBeUndefined();
  expect(about('policy.accept')).toBeUndefined();
});
