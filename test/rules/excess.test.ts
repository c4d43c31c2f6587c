import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Excess, Finding } from '../../src/findings/types.ts';
import { rules } from '../../src/rules/index.ts';
import type { Rule } from '../../src/rules/types.ts';
import { exactInUse, exactSum, exactTail } from '../queueing/exact-sums.ts';
import { findingsOf } from './findings-of.ts';
import { type Changed, changedFiles, topologyFiles } from './topology-files.ts';

/** By scenario; a number alone holds whatever the scenario. */
type Amounts = number | Readonly<Record<string, number>>;

const excessOf = (amounts: Amounts): Excess[] =>
  typeof amounts === 'number'
    ? [{ scenario: null, amount: amounts }]
    : Object.entries(amounts).map(([scenario, amount]) => ({ scenario, amount }));

/** What a deploy adds nothing to. */
const also = (steady: number): Amounts => ({ steady, deploy: steady });

/** 8 processes of 20 connections, each with a load of 3500 x 0.02 / 8 = 70 / 8, beyond 1e-6; as exact as numbers are. */
const moreThan97 = expect.closeTo(
  exactTail(exactSum(new Array(8).fill(exactInUse(20, 70))), 97) - 1e-6,
  15,
) as unknown as number;

/** By how much each rule's example is wrong, worked out by hand; rules that are not here find what is there or not. */
const amounts: Readonly<Record<string, Amounts>> = {
  'database-over-budget': { steady: 6 * 20 - 97 },
  'deploy-over-budget': { deploy: 6 * 20 - 97 },
  'draining-over-budget': { 'deploy-draining': 8 * 15 - 97 },
  'overcommit-too-likely': also(moreThan97),
  'rollout-deadlock': { deploy: 12 * 15 - 97 },
  'database-low-headroom': also(6 * 15 - 87),
  'role-over-limit': also(4 * 15 - 40),
  'logical-database-over-limit': also(4 * 15 - 40),
  'memory-over-budget': also(400 * 10_000_000 + 2 ** 30 - Math.floor(0.8 * 2 ** 32)),
  'too-many-backends-for-cores': also(10 * 30 - 9 * 10),
  'pool-smaller-than-threads': 8 - 5,
  'pool-larger-than-threads': 20 - 5,
  'pool-deadlock': 9 - 8,
  'pooler-clients-over-limit': also(10 * 30 - 100),
  'pooler-pairs-multiply': 20 * 2 * 3 - 97,
  'pooler-bypassed': 10,
  'transaction-pooling-breaks': 1,
  'transaction-held-across-calls': 200 * 0.2,
  'value-assumed': 1,
};

const exampleOf = ({ id, example }: Rule) => findingsOf(example.fires).find(({ rule }) => rule === id) as Finding;

test.each(rules)('the example of $id', (rule) => {
  const expected = amounts[rule.id];
  expect(exampleOf(rule).excess).toEqual(expected === undefined ? [] : excessOf(expected));
});

test('messages say the amount, but where a share or a rate says more', () => {
  const silent = rules.filter((rule) => amounts[rule.id] !== undefined && amountIn(exampleOf(rule)) === null);
  expect(silent.map(({ id }) => id)).toEqual([
    'overcommit-too-likely',
    'memory-over-budget',
    'too-many-backends-for-cores',
    'pool-deadlock',
    'transaction-pooling-breaks',
    'transaction-held-across-calls',
    'value-assumed',
  ]);
});

test('every scenario that a finding is about has its amount', () => {
  const [over] = findingsOf(`
    database: { max_connections: 103 }
    services: { web: { nodes: 6, max_nodes: 8, pool: 20, deploy: none } }
    scenarios: { sale: { nodes: { web: 7 } }, night: { nodes: { web: 1 } } }
  `);
  expect(over?.excess).toEqual(excessOf({ steady: 20, peak: 60, sale: 40 }));
});

test('a draining scenario does not count beside those that a gate looks at', () => {
  const [limit] = findingsOf(`
    database: { max_connections: 300, role_limits: { app: 50 } }
    services:
      web: { nodes: 4, pool: 15, user: app, deploy: { platform: kubernetes, max_surge: 1, max_unavailable: 0 } }
  `);
  expect(limit?.excess).toEqual(excessOf({ steady: 10, deploy: 25 }));
});

/** Amounts as messages give them. */
const inWords =
  /(?::|with) (\d+|unlimited) (?:too many|more than there are|of them can be left|connections? (?:of it can never|a node))/;
const left = /: (\d+) left, where the policy wants (\d+) free/;

function amountIn({ message }: Finding): number | null {
  const [, had, wanted] = left.exec(message) ?? [];
  if (wanted !== undefined) return Number(wanted) - Number(had);
  if (message.includes(': no limit holds')) return Infinity;
  const [, amount] = inWords.exec(message) ?? [];
  if (amount === undefined) return null;
  return amount === 'unlimited' ? Infinity : Number(amount);
}

const reach = (findings: readonly Finding[], database: string, ids: readonly string[]) => {
  const over = findings.filter(({ rule, on }) => ids.includes(rule) && on === database);
  return Math.max(0, ...over.flatMap(({ excess }) => excess.map(({ amount }) => amount)));
};

const overBudget = ['database-over-budget', 'deploy-over-budget', 'draining-over-budget'];

describe('whatever the topology', () => {
  test('amounts are above 0, one a scenario, and the one of the message is among them', () => {
    fc.assert(
      fc.property(topologyFiles, (file) => {
        for (const finding of findingsOf(file)) {
          const { scenario, excess } = finding;
          expect(excess.every(({ amount }) => amount > 0)).toBe(true);
          expect(new Set(excess.map((each) => each.scenario)).size).toBe(excess.length);
          if (excess.length === 0) continue;
          const own = excess.find((each) => each.scenario === scenario);
          expect(own).toBeDefined();
          expect(own?.amount).toBe(Math.max(...excess.map(({ amount }) => amount)));
          const told = amountIn(finding);
          if (told !== null) expect({ finding, told }).toEqual({ finding, told: own?.amount });
        }
      }),
      { numRuns: 300 },
    );
  });

  test('one more node, or one connection less, is never less beyond the budget', () => {
    fc.assert(
      fc.property(changedFiles, ({ file, set }: Changed) => {
        const [before, after] = [findingsOf(file), findingsOf(file, [set])];
        for (const { rule, on, excess } of before.filter((finding) => overBudget.includes(finding.rule))) {
          expect(reach(after, on, overBudget)).toBeGreaterThanOrEqual(reach(before, on, overBudget));
          const now = after.find((finding) => finding.rule === rule && finding.on === on)?.excess ?? [];
          for (const { scenario, amount } of now) {
            const then = excess.find((each) => each.scenario === scenario)?.amount ?? 0;
            expect({ set, rule, scenario, less: amount < then }).toEqual({ set, rule, scenario, less: false });
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
