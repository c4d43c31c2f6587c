import type { DatabaseBudget } from '../../budget/types.ts';
import { targetOf } from '../../sizing/limits.ts';
import { poolPath } from '../../topology/pools.ts';
import type { Policy } from '../../topology/types.ts';
import { groupBy, type View } from '../common/view.ts';
import { list, number, worstOf } from '../common/words.ts';
import { poolName, poolSetting, poolTotal } from './pools.ts';
import { calmerRollouts } from './rollouts.ts';
import { changeDatabase, tryOut } from './what-if.ts';

/**
 * What makes a database fit with the policy's headroom and so many connections `free` at least, as one sentence. Every
 * setting in it was planned again, here or where it was recommended; where nothing simple works it says what does not.
 */
export function waysToFit(view: View, name: string, free = 0): string {
  const ways = [
    ...recommendedSizes(view, name),
    ...rollouts(view, name),
    ...moreConnections(view, name, free),
    ...less(view, name),
  ].slice(0, 3);
  if (ways.length === 0)
    return `Neither smaller pools, nor a calmer rollout, nor a larger max_connections makes ${name} fit: split the services over several databases.`;
  if (ways.length === 1) return `This fits: ${ways[0]}.`;
  return `Any one of these fits: ${ways.join('; ')}.`;
}

/** What a gate looks at: draining scenarios, which rest on undeclared timing, are left out. */
export const declared = ({ scenarios }: DatabaseBudget) => scenarios.filter(({ kind }) => kind !== 'draining');

/** The worst case of what a gate looks at. */
export const worstDeclared = (budget: DatabaseBudget) => worstOf(declared(budget));

/** A smaller pool, in words. */
interface Smaller {
  readonly pool: string;
  readonly setting: string;
}

/** The pools that lead to a database and should be smaller, all together; none where no sizes make it fit. */
export function smallerPools(view: View, name: string): Smaller[] {
  if (view.wayOut(name) !== undefined) return [];
  return view.around(name).services.flatMap((service) =>
    service.pools.flatMap((pool) => {
      const better = view.recommended(poolPath(service.name, pool.name));
      if (better === undefined || better.recommended >= better.current) return [];
      const whole = view.service(service.name) ?? service;
      const setting = `${poolSetting(better)} instead of ${number(poolTotal(pool))}`;
      return [{ setting, pool: poolName(whole, pool.name) }];
    }),
  );
}

function recommendedSizes(view: View, name: string): string[] {
  const groups = [...groupBy(smallerPools(view, name), ({ setting }) => setting)].map(
    ([setting, group]) => `${setting} for ${list(group.map(({ pool }) => pool))}`,
  );
  return groups.length === 0 ? [] : [groups.join(', ')];
}

function rollouts(view: View, name: string): string[] {
  const scenarios = view.databases.get(name)?.budget.scenarios ?? [];
  const target = targetFor(view, name);
  if (scenarios.some(({ kind, connections }) => kind === 'steady' && connections > target)) return [];
  return calmerRollouts(view, name, (change) => {
    const after = worstDeclared(tryOut(view, name, change).database);
    return after !== null && after.connections <= target;
  });
}

function targetFor(view: View, name: string): number {
  const { database } = view.databases.get(name) ?? {};
  return database === undefined ? 0 : targetOf(database, view.topology.policy);
}

function moreConnections(view: View, name: string, free: number): string[] {
  const { database, budget } = view.databases.get(name) ?? {};
  const worst = budget && worstDeclared(budget);
  if (!database || !budget || !worst || worst.connections === Infinity) return [];
  const needed = usableFor(worst.connections, free, view.topology.policy);
  if (needed === Infinity) return [];
  const kept = database.maxConnections - budget.usable;
  const maxConnections = kept + needed;
  if (maxConnections <= database.maxConnections) return [];
  // A pooler may take a share of the limit and grow with it.
  const after = tryOut(view, name, changeDatabase(name, { maxConnections })).database;
  const most = worstDeclared(after)?.connections ?? 0;
  if (most > targetOf({ ...database, maxConnections }, view.topology.policy)) return [];
  return [`max_connections ${maxConnections} instead of ${database.maxConnections} on ${name}`];
}

/** Usable connections that hold so many with the policy's overcommit, its headroom, and a number free; Infinity: none do. */
function usableFor(connections: number, free: number, { headroom, overcommit }: Policy): number {
  const share = headroom.denominator - headroom.numerator;
  if (share <= 0) return Infinity;
  const allowed = Math.max(connections + free, Math.ceil((connections * headroom.denominator) / share));
  return Math.ceil((allowed * overcommit.denominator) / overcommit.numerator);
}

function less(view: View, name: string): string[] {
  const { fewerNodes, poolerSize } = view.wayOut(name) ?? {};
  return [
    ...(fewerNodes ? [`${fewerNodes.nodes} nodes of ${fewerNodes.service} with the smallest pools`] : []),
    ...(poolerSize ? [`a pooler in transaction mode in front of everything, with one pool of ${poolerSize}`] : []),
  ];
}
