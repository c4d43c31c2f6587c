import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { toDocument } from '../../src/documents/plan/document.ts';
import { documentSchema } from '../../src/documents/plan/schema.ts';
import { plan } from '../../src/index.ts';
import { sketch } from './plans.ts';

const validate = new Ajv2020({ strict: true }).compile(documentSchema);

const small = sketch({
  databases: [{ name: 'main', max: 100, others: [{ name: 'psql', count: 2 }] }],
  poolers: [{ name: 'bouncer', to: 'main', capacity: 30, clientLimit: 100 }],
  services: [
    { name: 'web', to: 'main', nodes: 4, alive: 6, perNode: 20 },
    { name: 'worker', to: 'bouncer', nodes: 5, perNode: 10 },
  ],
  assumptions: [{ on: 'services.web.deploy', value: 'rolling', reason: 'the default of Kubernetes' }],
  sizing: {
    recommendations: [
      { on: 'services.web.pools.default', current: Infinity, recommended: 9, size: 9, overflow: 0, reason: 'fits' },
    ],
    waysOut: [
      {
        database: 'main',
        scenario: 'deploy',
        maxConnections: 200,
        memoryBytes: null,
        fewerNodes: { service: 'web', nodes: 1 },
        poolerSize: null,
        poolerReplaces: null,
      },
    ],
    spare: [{ database: 'main', scenario: 'deploy', connections: 3 }],
  },
  findings: [{}, { severity: 'warning', acceptedBy: 'policy', location: null }, { severity: 'info' }],
});
const unbounded = sketch({
  databases: [{ name: 'main', max: Infinity }],
  services: [{ name: 'web', to: 'main', nodes: 2, perNode: Infinity }],
});

const planned = plan('database: { max_connections: 100 }\nservices: { web: { nodes: 4, pool: 20, deploy: none } }');

describe('document', () => {
  test.each([
    ['with everything in it', small],
    ['without bounds', unbounded],
  ])('%s is what the schema says, also after JSON', (_, document) => {
    validate(document);
    expect(validate.errors ?? []).toEqual([]);
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  test('the schema refuses a key too many and a key too few', () => {
    expect(validate({ ...small, extra: 1 })).toBe(false);
    const { verdict: _, ...rest } = small;
    expect(validate(rest)).toBe(false);
  });

  test('a worst case that was not searched to the end is an assumption', () => {
    const { topology, budget, ...rest } = planned.plan;
    const scenarios =
      budget.databases[0]?.scenarios.map((scenario) => ({
        ...scenario,
        unsearched: scenario.name === 'steady' ? 7 : 0,
      })) ?? [];
    const databases = budget.databases.map((database) => ({ ...database, scenarios }));
    const { assumptions } = toDocument({ topology, budget: { ...budget, databases }, ...rest }, []);
    expect(
      assumptions.slice(planned.document.assumptions.length).map(({ on, value, reason }) => [on, value, reason]),
    ).toEqual([
      [
        'databases.database',
        '80 connections in steady',
        'too many sets of deploys to try them all: it is at most that, and at least 73',
      ],
    ]);
  });

  test('figures carry over and addends add up', () => {
    const deploy = small.databases[0]?.scenarios[1];
    expect(deploy).toMatchObject({ name: 'deploy', connections: 152, headroom: -55, fits: false, deploying: ['web'] });
    expect(deploy?.breakdown.map(({ source, via, connections }) => [source, via, connections])).toEqual([
      ['web', null, 120],
      ['worker', 'bouncer', 30],
      ['other_clients.psql', null, 2],
    ]);
    expect(small.services.map(({ name, targets }) => [name, targets])).toEqual([
      ['web', ['main']],
      ['worker', ['bouncer']],
    ]);
  });

  test('a number without bound is null', () => {
    expect(unbounded.databases[0]).toMatchObject({ max_connections: null, usable: null, allowed: null });
    expect(unbounded.databases[0]?.scenarios[0]).toMatchObject({
      connections: null,
      headroom: null,
      utilization: null,
      memory_bytes: null,
    });
    expect(unbounded.services[0]).toMatchObject({ per_node: null });
    expect(small.recommendations[0]?.current).toBeNull();
  });

  test('the verdict and the counts leave out accepted findings', () => {
    expect(small.verdict).toBe('fail');
    expect(small.counts).toEqual({
      databases: 1,
      poolers: 1,
      services: 2,
      errors: 1,
      warnings: 0,
      infos: 1,
      accepted: 1,
      unchanged: 0,
    });
    expect(unbounded.verdict).toBe('pass');
  });
});
