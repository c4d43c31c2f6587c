import type { Document } from '../../src/documents/plan/document.ts';
import { type SketchedService, sketch } from './plans.ts';

const place = (line: number, column = 3) => ({ path: 'topology.yml', line, column });
const numbered = <T>(count: number, item: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => item(i));

const refused =
  'While the deploy runs, the database refuses connections, and which service it hits is a matter of luck.';
const uneven = (index: number): SketchedService => ({
  name: `service-${index + 1}`,
  to: 'main',
  nodes: (index % 5) + 1,
  alive: (index % 5) + 2,
  perNode: index === 7 ? 40 : (index % 3) + 1,
});
const long = (name: string) => `${name}-${'of-the-department-of-very-long-service-names-'.repeat(2)}`.slice(0, 60);

/** Documents that show what the formats do with them. */
export const cases: Readonly<Record<string, Document>> = {
  smallest: sketch({
    databases: [{ name: 'database', max: 100 }],
    services: [{ name: 'web', to: 'database', nodes: 4, alive: 6, perNode: 20 }],
    findings: [
      {
        on: 'databases.database',
        scenario: 'deploy',
        message: 'database has 97 (100 - 3 reserved), deploy opens 120: web 6 x 20 (2 nodes more)',
        why: refused,
        remedy: 'services.web.pool 14 instead of 20 fits every scenario with 10% headroom.',
        location: place(1, 11),
      },
    ],
    sizing: {
      recommendations: [
        {
          on: 'services.web.pools.default',
          current: 20,
          recommended: 14,
          size: 14,
          overflow: 0,
          reason: 'the largest that fits every scenario with 10% headroom',
        },
      ],
    },
    assumptions: [
      { on: 'databases.database.engine', value: 'postgres', reason: 'the most common one' },
      { on: 'databases.database.version', value: '18', reason: 'the newest that is known' },
    ],
  }),

  fitting: sketch({
    databases: [
      {
        name: 'main',
        max: 400,
        others: [{ name: 'psql', count: 2 }],
        estimated: true,
        plan: 'aws-rds-postgres/db.t4g.medium',
      },
      { name: 'logs', max: 60 },
    ],
    services: [
      { name: 'web', to: 'main', nodes: 4, alive: 6, perNode: 20 },
      { name: 'api', to: 'main', nodes: 10, alive: 13, perNode: 8 },
      { name: 'ingest', to: 'logs', nodes: 2, alive: 3, perNode: 5 },
    ],
    sizing: {
      spare: [
        { database: 'main', scenario: 'deploy', connections: 133 },
        { database: 'logs', scenario: 'deploy', connections: 36 },
      ],
    },
    findings: [
      {
        rule: 'limit-estimated',
        severity: 'info',
        on: 'databases.main',
        message:
          'max_connections 400 of main is an estimate: aws-rds-postgres/db.t4g.medium computes it from its memory',
        remedy: 'Run SHOW max_connections and set databases.main.max_connections.',
        location: place(3),
      },
      {
        rule: 'pool-larger-than-threads',
        severity: 'warning',
        acceptedBy: 'policy',
        message: 'web: 20 for 16 threads',
      },
    ],
  }),

  poolers: sketch({
    databases: [{ name: 'main', max: 100, others: [{ name: 'psql', count: 2 }] }],
    poolers: [
      { name: 'bouncer', to: 'main', capacity: 30, clientLimit: 100 },
      { name: 'batch', to: 'main', capacity: 40, clientLimit: 40 },
    ],
    services: [
      { name: 'web', to: 'bouncer', nodes: 4, alive: 6, perNode: 10 },
      { name: 'api', to: 'bouncer', nodes: 3, alive: 4, perNode: 5 },
      { name: 'nightly', to: 'batch', nodes: 5, alive: 7, perNode: 10 },
      { name: 'cron', to: 'main', nodes: 1, perNode: 5 },
    ],
    findings: [
      {
        rule: 'pooler-clients-over-limit',
        on: 'poolers.batch',
        scenario: 'deploy',
        message: 'deploy brings 70 clients to batch, which accepts 40: nightly 7 x 10 (2 nodes more)',
        why: 'A client beyond max_client_conn is refused, as if there were no pooler.',
        remedy: 'poolers.batch.max_client_conn 70 or more.',
        location: place(9, 5),
      },
    ],
    sizing: { spare: [{ database: 'main', scenario: 'deploy', connections: 11 }] },
  }),

  'nothing-fits': sketch({
    databases: [{ name: 'main', max: 25 }],
    services: [
      { name: 'web', to: 'main', nodes: 40, alive: 50, perNode: 5 },
      { name: 'api', to: 'main', nodes: 3, alive: 4, perNode: 5 },
    ],
    findings: numbered(6, (index) => ({
      rule: index < 5 ? 'deploy-over-budget' : 'database-low-headroom',
      severity: index < 5 ? 'error' : 'warning',
      on: 'databases.main',
      message: `message ${index + 1}`,
      why: refused,
      location: place(index + 1),
    })),
    sizing: {
      waysOut: [
        {
          database: 'main',
          scenario: 'deploy',
          maxConnections: 63,
          memoryBytes: 330_301_440,
          fewerNodes: { service: 'web', nodes: 12 },
          poolerSize: 19,
          poolerReplaces: 240,
        },
      ],
    },
  }),

  unbounded: sketch({
    databases: [
      { name: 'main', max: 100 },
      { name: 'analytics', max: Number.POSITIVE_INFINITY },
    ],
    services: [
      { name: 'web', to: 'main', nodes: 4, alive: 5, perNode: Number.POSITIVE_INFINITY },
      { name: 'api', to: 'main', nodes: 3, alive: 4, perNode: 5 },
      { name: 'report', to: 'analytics', nodes: 3, alive: 4, perNode: 5 },
    ],
    findings: [{ rule: 'pool-unbounded', on: 'services.web.pools.default', message: 'The pool of web has no limit.' }],
    sizing: {
      recommendations: [
        {
          on: 'services.web.pools.default',
          current: Number.POSITIVE_INFINITY,
          recommended: 13,
          size: 5,
          overflow: 8,
          reason: 'the largest that fits every scenario with 10% headroom',
        },
      ],
    },
  }),

  'three-hundred-services': sketch({
    databases: [{ name: 'main', max: 2000 }],
    services: numbered(300, uneven),
    findings: [
      { on: 'databases.main', scenario: 'deploy', message: 'main has 1997, deploy opens 2646', why: refused },
      ...numbered(120, (index) => ({
        rule: 'value-assumed',
        severity: 'info' as const,
        on: `services.service-${index + 1}.deploy`,
        message: `the deploy of service-${index + 1} is assumed`,
        location: place(index + 5),
      })),
    ],
    assumptions: numbered(120, (index) => ({
      on: `services.service-${index + 1}.deploy`,
      value: 'rolling, 25% / 25%',
      reason: 'what Kubernetes does by default',
    })),
    sizing: {
      recommendations: numbered(300, (index) => ({
        on: `services.service-${index + 1}.pools.default`,
        current: uneven(index).perNode,
        recommended: 1,
        size: 1,
        overflow: 0,
        reason: 'the largest that fits every scenario with 10% headroom',
      })),
    },
  }),

  'thousand-databases': sketch({
    databases: numbered(1000, (index) => ({ name: `shard-${index + 1}`, max: index % 37 === 5 ? 40 : 100 })),
    services: numbered(1000, (index) => ({
      name: `tenant-${index + 1}`,
      to: `shard-${index + 1}`,
      nodes: 4,
      alive: 5,
      perNode: 10,
    })),
    findings: numbered(27, (index) => ({
      on: `databases.shard-${index * 37 + 6}`,
      scenario: 'deploy',
      message: `shard-${index * 37 + 6} has 37 (40 - 3 reserved), deploy opens 50`,
      why: refused,
      location: place(index + 1),
    })),
    sizing: {
      spare: numbered(973, (index) => ({ database: `shard-${index + 1}`, scenario: 'deploy', connections: 37 })),
    },
  }),

  'long-names': sketch({
    path: `${long('environments/production')}.yml`,
    databases: [{ name: long('main'), max: 100, others: [{ name: long('psql'), count: 2 }] }],
    poolers: [{ name: long('bouncer'), to: long('main'), capacity: 30, clientLimit: 60 }],
    services: [
      { name: long('web'), to: long('main'), nodes: 4, alive: 6, perNode: 10 },
      { name: long('api'), to: long('bouncer'), nodes: 3, alive: 4, perNode: 5 },
    ],
    findings: [{ on: `databases.${long('main')}`, message: `${long('main')} has 97`, rule: long('rule') }],
    sizing: {
      recommendations: [
        {
          on: `services.${long('web')}.pools.default`,
          current: 10,
          recommended: 9,
          size: 4,
          overflow: 5,
          reason: 'the largest that fits every scenario with 10% headroom',
        },
      ],
    },
    assumptions: [{ on: `services.${long('web')}.deploy`, value: 'rolling', reason: 'nothing else is given' }],
  }),

  hostile: sketch({
    path: '\u001b]0;owned\u0007|`<b>`.yml',
    databases: [{ name: 'a|b`<script>\n\n# @everyone\u202e', max: 10 }],
    services: [{ name: '</details>\u001b[2J', to: 'a|b`<script>\n\n# @everyone\u202e', nodes: 4, perNode: 5 }],
    findings: [
      {
        on: 'databases.@team',
        message: 'x\n::error::y',
        remedy: '![i](http://e.org/?q) $x$ #1',
        location: null,
        rule: '*r*',
      },
    ],
    assumptions: [{ on: 'a\tb', value: '<img src=x>', reason: '| --- |' }],
  }),
};
