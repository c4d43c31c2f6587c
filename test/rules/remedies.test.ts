import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Finding } from '../../src/findings/types.ts';
import type { Plan } from '../../src/plan/types.ts';
import { examine, rules } from '../../src/rules/index.ts';
import type { Rule } from '../../src/rules/types.ts';
import { findingsOf, planFor } from './findings-of.ts';
import { topologyFiles } from './topology-files.ts';

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

  /** Databases, each with a service of its own, that all have the same findings. */
  function fleet(databases: number): string {
    const numbers = Array.from({ length: databases }, (_, index) => index);
    const of = (line: (index: number) => string) => numbers.map((index) => `  ${line(index)}\n`).join('');
    return `databases:\n${of((at) => `db${at}: { max_connections: 100, version: 18 }`)}services:\n${of(
      (at) => `s${at}: { nodes: 6, pool: 20, threads: 24, to: db${at}, deploy: { surge_factor: 1.5 } }`,
    )}`;
  }

  test('of a database are the same beside a thousand others that have findings too', () => {
    const last = ({ on }: Finding) => /(db|s)999\b/.test(on);
    const alone = findingsOf(fleet(1)).map(({ rule, remedy }) => [rule, remedy]);
    const beside = findingsOf(fleet(1000)).filter(last);
    expect(beside.map(({ rule, remedy }) => [rule, remedy.replaceAll('999', '0')])).toEqual(alone);
    expect(alone.map(([rule]) => rule)).toContain('database-over-budget');
  });

  /** The remedies of all findings that two orders of the rules agree on. */
  function remediesIn(plan: Plan, one: readonly Rule[], other: readonly Rule[]) {
    const [first, second] = [one, other].map(
      (inOrder) => new Map(examine(plan, inOrder).findings.map(({ rule, on, remedy }) => [`${rule} ${on}`, remedy])),
    ) as [Map<string, string>, Map<string, string>];
    const both = [...first.keys()].filter((key) => second.has(key));
    return [first, second].map((remedies) => both.map((key) => `${key}: ${remedies.get(key)}`));
  }

  test('are the same whatever the order of the rules', () => {
    const [first, second] = remediesIn(planFor(fleet(1000)), rules, rules.toReversed());
    expect(first?.length).toBeGreaterThan(2000);
    expect(first).toEqual(second);
    const orders = fc.shuffledSubarray([...rules], { minLength: rules.length });
    const isSame = fc.property(topologyFiles, orders, (file, shuffled) => {
      const [usual, other] = remediesIn(planFor(file), rules, shuffled);
      expect(usual).toEqual(other);
    });
    fc.assert(isSame, { numRuns: 300 });
  });
});
