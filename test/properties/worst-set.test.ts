import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeBudget } from '../../src/budget/index.ts';
import { nodesAlive } from '../../src/budget/rollout/nodes-alive.ts';
import type { Pooler, Service, Topology } from '../../src/topology/types.ts';
import { topologies } from '../budget/arbitrary.ts';
import { crossed } from '../budget/crossed.ts';

/**
 * The oracle: every subset of deploys and every choice among exclusive services is tried, and a pooler's server
 * connections come from the smallest cut instead of the largest flow.
 */
function worstByBruteForce(given: Topology, kind: 'steady' | 'deploy'): number {
  // What exists only while others deploy is not rolled out itself.
  const subjects = [...given.services.filter(({ when }) => when === 'always'), ...given.poolers];
  const slots = kind === 'steady' ? 0 : given.policy.concurrentDeploys;
  let worst = 0;
  for (let set = 0; set < 2 ** subjects.length; set += 1) {
    const deploying = new Set(subjects.filter((_, index) => (set >> index) & 1).map(({ name }) => name));
    if (deploying.size > slots) continue;
    const nodes = (subject: Service | Pooler) =>
      deploying.has(subject.name) ? nodesAlive(subject.deploy, subject.nodes).deploy : subject.nodes;
    for (const running of choicesOfExclusive(given.services, kind))
      worst = Math.max(worst, total(given, running, nodes));
  }
  return worst + (given.databases[0]?.otherClients ?? []).reduce((sum, { count }) => sum + count, 0);
}

function choicesOfExclusive(services: readonly Service[], kind: 'steady' | 'deploy'): Service[][] {
  const existing = services.filter(({ when }) => when === 'always' || kind === 'deploy');
  const words = [...new Set(existing.flatMap(({ exclusive }) => exclusive ?? []))];
  return words.reduce<Service[][]>(
    (choices, word) =>
      choices.flatMap((chosen) =>
        existing.filter(({ exclusive }) => exclusive === word).map((one) => [...chosen, one]),
      ),
    [existing.filter(({ exclusive }) => exclusive === null)],
  );
}

function total(given: Topology, running: readonly Service[], nodes: (subject: Service | Pooler) => number): number {
  let direct = 0;
  const clients = new Map<string, Map<string, number>>(given.poolers.map(({ name }) => [name, new Map()]));
  for (const one of running) {
    const alive = nodes(one);
    const open = (to: string, user: string, dbname: string, count: number) => {
      const pairs = clients.get(to);
      if (pairs) pairs.set(`${user}/${dbname}`, (pairs.get(`${user}/${dbname}`) ?? 0) + count);
      else direct += count;
    };
    for (const { to, user, dbname, size, overflow } of one.pools)
      open(to, user, dbname, alive * one.processes * (size + overflow));
    for (const { to, user, dbname, count, per } of one.extras) {
      open(to, user, dbname, { process: alive * one.processes, node: alive, service: Math.min(alive, 1) }[per] * count);
    }
  }
  return given.poolers.reduce((sum, one) => {
    return sum + smallestCut(one, nodes(one) * one.processes, clients.get(one.name) as Map<string, number>);
  }, direct);
}

function smallestCut(one: Pooler, processes: number, clients: ReadonlyMap<string, number>): number {
  const edges = [...clients].map(([pair, count]) => {
    const [user, dbname] = pair.split('/') as [string, string];
    const floor = processes * one.minPoolSize;
    const capacity =
      count === 0 ? 0 : Math.min(processes * (one.poolSize + one.reservePoolSize), Math.max(count, floor));
    return { user, dbname, capacity };
  });
  const [users, dbnames] = [
    [...new Set(edges.map(({ user }) => user))],
    [...new Set(edges.map(({ dbname }) => dbname))],
  ];
  let smallest = Infinity;
  for (let a = 0; a < 2 ** users.length; a += 1) {
    for (let b = 0; b < 2 ** dbnames.length; b += 1) {
      const cutUsers = users.filter((_, index) => (a >> index) & 1);
      const cutDbnames = dbnames.filter((_, index) => (b >> index) & 1);
      const cut =
        edges
          .filter(({ user, dbname }) => !cutUsers.includes(user) && !cutDbnames.includes(dbname))
          .reduce((sum, { capacity }) => sum + capacity, 0) +
        (cutUsers.length > 0 ? cutUsers.length * processes * Math.min(1e6, one.maxUserConnections) : 0) +
        (cutDbnames.length > 0 ? cutDbnames.length * processes * Math.min(1e6, one.maxDbConnections) : 0);
      smallest = Math.min(smallest, cut);
    }
  }
  return Math.min(smallest, one.mode === 'session' ? processes * one.maxClientConn : Infinity);
}

function equalsBruteForce(given: Topology): void {
  const scenarios = computeBudget(given).databases[0]?.scenarios ?? [];
  for (const kind of ['steady', 'deploy'] as const) {
    const planned = scenarios.find((scenario) => scenario.name === kind);
    expect(planned?.connections).toBe(worstByBruteForce(given, kind));
    expect(planned?.breakdown.reduce((sum, { connections }) => sum + connections, 0)).toBe(planned?.connections);
    expect(planned?.deploying.length).toBeLessThanOrEqual(given.policy.concurrentDeploys);
  }
}

describe('the worst set of deploys equals brute force over all subsets', () => {
  test('with up to six services and three poolers', () => {
    const some = topologies({ services: fc.integer({ min: 1, max: 6 }), poolers: fc.integer({ min: 0, max: 3 }) });
    fc.assert(fc.property(some, equalsBruteForce), { numRuns: 2_000 });
  });

  test('with services around a pooler whose limits cross', () => {
    const some = fc.record({
      seed: fc.nat(),
      services: fc.integer({ min: 2, max: 9 }),
      users: fc.integer({ min: 1, max: 3 }),
      dbnames: fc.integer({ min: 1, max: 3 }),
      pooled: fc.integer({ min: 1, max: 3 }),
      concurrentDeploys: fc.integer({ min: 1, max: 6 }),
      room: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(some, (sizes) => equalsBruteForce(crossed(sizes))),
      { numRuns: 400 },
    );
  });

  test('with ten services and three poolers', () => {
    fc.assert(fc.property(topologies({ services: fc.constant(10), poolers: fc.constant(3) }), equalsBruteForce), {
      numRuns: 40,
    });
  });
});
