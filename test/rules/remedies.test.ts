import { describe, expect, test } from '@jest/globals';
import { rules } from '../../src/rules/index.ts';
import { findingsOf } from './findings-of.ts';

/** What a remedy of a rule's example says, and the same as a change to the file. */
const cases: readonly (readonly [rule: string, says: string, ...sets: string[]])[] = [
  ['database-over-budget', 'pool 14', 'services.web.pool=14'],
  ['database-over-budget', 'max_connections 137', 'database.max_connections=137'],
  ['deploy-over-budget', 'pool 14', 'services.web.pool=14'],
  ['deploy-over-budget', 'deploy: recreate', 'services.web.deploy=recreate'],
  [
    'draining-over-budget',
    'drain 30s and ready_after 60s',
    'services.web.deploy.drain=30s',
    'services.web.deploy.ready_after=60s',
  ],
  ['overcommit-too-likely', 'max_connections 116', 'database.max_connections=116'],
  ['overcommit-too-likely', 'pool 12', 'services.web.pool=12'],
  ['rollout-deadlock', 'at most 8 a pool', 'services.web.pool.min=8'],
  ['database-low-headroom', 'pool 14', 'services.web.pool=14'],
  ['database-low-headroom', 'max_connections 103', 'database.max_connections=103'],
  ['no-operator-slots', 'max_connections 115', 'database.max_connections=115'],
  ['role-over-limit', 'CONNECTION LIMIT 60', 'database.role_limits.app=60'],
  ['logical-database-over-limit', 'CONNECTION LIMIT 60', 'database.database_limits.shop=60'],
  ['memory-over-budget', '6.8GiB of memory', 'database.memory=6.8GiB'],
  ['pool-unbounded', 'pool 21', 'services.api.pool=21'],
  ['pool-smaller-than-threads', 'pool 8', 'services.web.pool=8'],
  ['pool-larger-than-threads', 'pool 5', 'services.web.pool=5'],
  ['pool-deadlock', 'pool 9', 'services.web.pool.size=9'],
  ['pool-deadlock', 'threads 7', 'services.web.threads=7'],
  ['pooler-clients-over-limit', 'max_client_conn 300', 'poolers.bouncer.max_client_conn=300'],
  ['pooler-pairs-multiply', 'default_pool_size 16', 'poolers.bouncer.default_pool_size=16'],
  ['pooler-bypassed', 'to: bouncer', 'services.worker.to=bouncer'],
  ['transaction-pooling-breaks', 'to: main', 'services.web.extra[0].to=main'],
  [
    'transaction-held-across-calls',
    'hold is 50ms',
    'services.checkout.traffic.hold=50ms',
    'services.checkout.traffic.external=0s',
  ],
  ['limit-estimated', 'max_connections', 'database.max_connections=198'],
  ['value-assumed', 'Set services.web.deploy', 'services.web.deploy=none'],
  ['accept-expired', '2026-06-01', 'policy.accept[0].until=2026-06-01'],
];

describe('remedies', () => {
  test.each(cases)('%s: %s', (id, says, ...sets) => {
    const example = rules.find((rule) => rule.id === id)?.example.fires ?? '';
    const found = findingsOf(example).filter(({ rule }) => rule === id);
    expect(found.map(({ remedy }) => remedy).join()).toContain(says);
    expect(findingsOf(example, sets).filter(({ rule }) => rule === id)).toEqual([]);
  });

  test('name the smallest max_connections that keeps a probability', () => {
    const { fires = '' } = rules.find(({ id }) => id === 'overcommit-too-likely')?.example ?? {};
    const [still] = findingsOf(fires, ['database.max_connections=115']);
    expect(still).toMatchObject({
      rule: 'overcommit-too-likely',
      remedy: expect.stringContaining('116 instead of 115'),
    });
  });

  test('are the general ones of a rule where trying out would take too long', () => {
    const services = Array.from({ length: 25_000 }, (_, index) => `  s${index}: { nodes: 1, pool: 1, deploy: none }`);
    const text = `database: { max_connections: 100 }\nservices:\n${services.join('\n')}\n`;
    const [over] = findingsOf(text);
    expect(over?.rule).toBe('database-over-budget');
    expect(over?.remedy).toBe(rules.find(({ id }) => id === 'database-over-budget')?.remedy);
  });
});
