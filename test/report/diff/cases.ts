import type { DiffDocument } from '../../../src/documents/diff/types.ts';
import { cause, type SketchedNumber, sketchDiff } from './sketch.ts';

const place = (line: number) => ({ path: 'topology.yml', line, column: 3 });
const numbered = <T>(count: number, item: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => item(index));
const long = (name: string) => `${name}-${'of-the-department-of-very-long-service-names-'.repeat(2)}`.slice(0, 60);
const refused = 'The database refuses the rest, and which service it hits is a matter of luck.';

/** Changes that show what the formats do with them. */
export const cases: Readonly<Record<string, DiffDocument>> = {
  'one-edit': sketchDiff({
    causes: [cause('services.web.nodes', '4', '6', 12)],
    places: [
      {
        on: 'databases.main',
        limit: { base: 97 },
        scenarios: { steady: { base: 60, own: { 0: 20 } }, deploy: { base: 95, own: { 0: 25 } } },
      },
      { on: 'databases.logs', limit: { base: 57 }, scenarios: { steady: { base: 12 }, deploy: { base: 15 } } },
    ],
    findings: {
      new: [
        {
          on: 'databases.main',
          scenario: 'deploy',
          message: 'main has 97 (100 - 3 reserved), deploy opens 120: web 8 x 15 (2 nodes more)',
          why: refused,
          remedy: 'services.web.pool 12 instead of 15 fits every scenario.',
          excess: [{ scenario: 'deploy', amount: 23 }],
          location: place(3),
        },
      ],
      unchanged: [
        { rule: 'value-assumed', severity: 'info' },
        { rule: 'limit-estimated', severity: 'info' },
      ],
    },
  }),

  interaction: sketchDiff({
    causes: [
      cause('services.web.nodes', '4', '6', 12),
      cause('services.web.pools.default.size', '10', '12', 14),
      cause('services.web.max_nodes', null, '9', 13, [0]),
      cause('services.web.description', '"old"', '"new"', 15),
    ],
    places: [
      {
        on: 'databases.main',
        limit: { base: 97, own: {} },
        scenarios: {
          steady: { base: 40, own: { 0: 20, 1: 8 }, together: { causes: [0, 1], change: 4 } },
          deploy: { base: 50, own: { 0: 30, 1: 10 }, together: { causes: [0, 1], change: 6 } },
          peak: {
            base: 40,
            own: { 0: 20, 1: 8, 2: 30 },
            together: { causes: [0, 1, 2], change: 10 },
          },
        },
      },
    ],
    findings: {
      worse: [
        {
          on: 'databases.main',
          scenario: 'peak',
          message: 'main has 97, peak opens 108',
          excess: [
            { scenario: 'peak', amount: 11 },
            { scenario: 'deploy', amount: 2 },
          ],
          before: [{ scenario: 'deploy', amount: 1 }],
          location: place(3),
        },
      ],
    },
  }),

  'limit-raised': sketchDiff({
    verdict: { base: 'fail', head: 'pass' },
    causes: [
      cause('databases.main.max_connections', '100', '200', 3),
      cause('services.worker', null, '{"nodes":3,"pool":{"size":5}}', 20),
      cause('services.old', '{"nodes":1,"pool":2}', null, 30),
    ],
    places: [
      {
        on: 'databases.main',
        limit: { base: 97, own: { 0: 100 } },
        scenarios: {
          steady: { base: 110, own: { 1: 15, 2: -2 } },
          deploy: { base: 130, own: { 1: 20, 2: -4 } },
          'deploy-draining': { base: 90 },
        },
      },
    ],
    findings: {
      fixed: [
        { on: 'databases.main', location: place(3) },
        { rule: 'database-low-headroom', severity: 'warning', on: 'databases.main', location: null },
      ],
    },
  }),

  poolers: sketchDiff({
    causes: [
      cause('poolers.batch', null, '{"kind":"pgbouncer","to":"main"}', 9),
      cause('services.nightly.pools.default.to', '"main"', '"batch"', 22, [0]),
      cause('poolers.bouncer.default_pool_size', '20', '30', 7),
    ],
    places: [
      {
        on: 'databases.main',
        limit: { base: 97 },
        scenarios: { steady: { base: 70, own: { 1: -10, 2: 10 } }, deploy: { base: 90, own: { 1: -20, 2: 10 } } },
      },
      {
        on: 'poolers.bouncer',
        limit: { base: 100 },
        scenarios: { steady: { base: 55 }, deploy: { base: 80 } },
        servers: { steady: { base: 20, own: { 2: 10 } }, deploy: { base: 20, own: { 2: 10 } } },
      },
      {
        on: 'poolers.batch',
        status: 'added',
        limit: { base: 0, own: { 0: 40 } },
        scenarios: { steady: { base: 0, own: { 1: 50 } }, deploy: { base: 0, own: { 1: 70 } } },
        servers: { steady: { base: 0, own: { 1: 40 } }, deploy: { base: 0, own: { 1: 40 } } },
      },
      {
        on: 'databases.old',
        status: 'removed',
        limit: { base: 20, own: { 1: -20 } },
        scenarios: { steady: { base: 5, own: { 1: -5 } }, deploy: { base: 8, own: { 1: -8 } } },
      },
    ],
  }),

  unbounded: sketchDiff({
    causes: [
      cause('services.web.pools.default.size', '10', '"unlimited"', 12),
      cause('services.api.nodes', '2', '3', 20),
    ],
    places: [
      {
        on: 'databases.main',
        limit: { base: 97 },
        scenarios: {
          steady: { base: 60, own: { 0: Number.POSITIVE_INFINITY, 1: 5 } },
          deploy: { base: 90, own: { 0: Number.POSITIVE_INFINITY, 1: 5 } },
        },
      },
      {
        on: 'databases.analytics',
        limit: { base: Number.POSITIVE_INFINITY },
        scenarios: { steady: { base: 10, own: { 1: 5 } } },
      },
    ],
  }),

  overcommit: sketchDiff({
    causes: [
      cause('services.web.nodes', '7', '9', 12),
      cause('services.web.traffic.rate', '2400/s', '3500/s', 14),
      cause('policy.overcommit_probability', '0.0001', '0.001', 30),
    ],
    places: [
      {
        on: 'databases.main',
        limit: { base: Number.POSITIVE_INFINITY },
        scenarios: {
          steady: { base: 92, own: { 0: 60 } },
          deploy: { base: 152, own: { 0: 40 } },
          'peak-deploy-in-december': { base: 192, own: { 0: 60 } },
        },
        overcommit: {
          steady: { base: null, head: 4e-12, base_allowed: 1e-4, head_allowed: 1e-3 },
          deploy: { base: 3.9e-7, head: 9.6e-4, base_allowed: 1e-4, head_allowed: 1e-3 },
          'peak-deploy-in-december': { base: 4.9e-7, head: 0.035, base_allowed: 1e-4, head_allowed: 1e-3 },
        },
      },
      {
        on: 'databases.logs',
        limit: { base: 164 },
        scenarios: { steady: { base: 160 }, deploy: { base: 161, own: { 0: 2 } } },
        overcommit: {
          steady: { base: 7.7e-23, head: 7.7e-23, base_allowed: null, head_allowed: null },
          deploy: { base: 0, head: 8.1e-23, base_allowed: null, head_allowed: null },
        },
      },
    ],
  }),

  'no-change': sketchDiff({
    causes: [cause('services.web.description', '"old"', '"new"', 15), cause('policy.headroom', '0.1', '0.2', 2)],
    places: [{ on: 'databases.main', limit: { base: 97 }, scenarios: { steady: { base: 90 } } }],
    findings: {
      new: [{ rule: 'database-low-headroom', severity: 'warning', location: place(3) }],
      unchanged: [{ rule: 'value-assumed', severity: 'info' }],
    },
  }),

  'new-file': sketchDiff({
    base: null,
    causes: [
      cause('databases.main', null, '{"max_connections":100}', 1),
      cause('services.web', null, '{"nodes":4}', 3),
    ],
    places: [
      {
        on: 'databases.main',
        status: 'added',
        limit: { base: 0, own: { 0: 97 } },
        scenarios: { steady: { base: 0, own: { 1: 40 } }, deploy: { base: 0, own: { 1: 50 } } },
      },
    ],
  }),

  'forty-causes': sketchDiff({
    causes: numbered(40, (index) => cause(`services.service-${index + 1}.nodes`, '4', String(5 + index), index + 5)),
    places: [
      {
        on: 'databases.main',
        limit: { base: 397 },
        scenarios: Object.fromEntries(
          ['steady', 'deploy', 'deploy-draining', 'peak', 'peak-deploy', 'peak-deploy-draining'].flatMap((name, step) =>
            ['', '-eu'].map((suffix): [string, SketchedNumber] => [
              name + suffix,
              {
                base: 200 + 20 * step,
                own: Object.fromEntries(numbered(40, (index) => [index, (index % 7) + (index === 30 ? 20 : 0)])),
                together: { causes: numbered(40, (index) => index), change: 3 },
              },
            ]),
          ),
        ),
      },
    ],
  }),

  'long-names': sketchDiff({
    base: `git:origin/main:${long('environments/production')}.yml`,
    head: `${long('environments/production')}.yml`,
    causes: [
      cause(`services.${long('web')}.pools.default.size`, '10', '12', 14),
      cause(`services.${long('api')}`, null, `{"description":"${long('api')}","nodes":4}`, 20, [0]),
    ],
    places: [
      {
        on: `databases.${long('main')}`,
        limit: { base: 1_000_000_000 },
        scenarios: {
          [long('scenario')]: { base: 123_456_789, own: { 0: 1_000_000, 1: 2_000_000_000 } },
          steady: { base: 4_000_000, own: { 0: 1_000_000 }, together: { causes: [0, 1], change: -5 } },
        },
      },
    ],
    findings: { new: [{ rule: long('rule'), on: `databases.${long('main')}` }] },
  }),

  hostile: sketchDiff({
    base: '\u001b]0;owned\u0007|`<b>`.yml',
    head: '](http://e.org)\u202e.yml',
    causes: [cause('services.</details>\u001b[2J|x', '`<script>alert(1)</script>`', '"@everyone #12\n\n# x"', 3)],
    places: [
      {
        on: 'databases.a|b`<script>\n\n# @everyone\u202e',
        limit: { base: 7 },
        scenarios: { '![i](http://e.org/?q)': { base: 3, own: { 0: 9 } } },
      },
    ],
    findings: { new: [{ on: 'x', message: 'x\n::error::y <img src=x>', rule: '*r*', remedy: '</details>' }] },
  }),
};
