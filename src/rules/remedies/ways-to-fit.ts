import type { DatabaseBudget } from '../../budget/types.ts';
import type { Policy } from '../../topology/types.ts';
import type { View } from '../common/view.ts';
import { list, number, worstOf } from '../common/words.ts';
import { poolName, poolPath, poolSetting, poolTotal } from './pools.ts';
import { calmerRollouts } from './rollouts.ts';
import { changeDatabase, fits, tryOut } from './what-if.ts';

/**
 * What makes a database fit with the policy's headroom, as one sentence. Every setting in it was planned again, here or
 * where it was recommended; where nothing simple works it says what does not.
 */
export function waysToFit(view: View, name: string): string {
  const sizes = recommendedSizes(view, name);
  const ways = [...sizes, ...rollouts(view, name), ...moreConnections(view, name), ...less(view, name)].slice(0, 3);
  if (ways.length === 0)
    return `Neither smaller pools, nor a calmer rollout, nor a larger max_connections makes ${name} fit: split the services over several databases.`;
  if (ways.length === 1) return `This fits: ${ways[0]}.`;
  return `Any one of these fits: ${ways.join('; ')}.`;
}

/** True when the scenario leaves the policy's share of the database's usable connections free. */
export const hasHeadroom = (
  { allowed, usable }: Pick<DatabaseBudget, 'allowed' | 'usable'>,
  connections: number,
  { headroom }: Policy,
): boolean => usable === Infinity || (allowed - connections) * headroom.denominator >= headroom.numerator * usable;

/** The worst case of what a gate looks at: draining scenarios, which rest on undeclared timing, are left out. */
export const worstDeclared = ({ scenarios }: DatabaseBudget) =>
  worstOf(scenarios.filter(({ kind }) => kind !== 'draining'));

function recommendedSizes(view: View, name: string): string[] {
  const sizes = view.around(name).services.flatMap((service) =>
    service.pools.flatMap((pool) => {
      const better = view.recommended(poolPath(service.name, pool.name));
      if (better === undefined || better.recommended >= better.current) return [];
      const whole = view.service(service.name) ?? service;
      return [`${poolSetting(better)} instead of ${number(poolTotal(pool))} for ${poolName(whole, pool.name)}`];
    }),
  );
  return sizes.length === 0 ? [] : [list(sizes)];
}

function rollouts(view: View, name: string): string[] {
  const scenarios = view.databases.get(name)?.budget.scenarios ?? [];
  return scenarios.every(({ kind, fits }) => fits || kind !== 'steady') ? calmerRollouts(view, name) : [];
}

function moreConnections(view: View, name: string): string[] {
  const { database, budget } = view.databases.get(name) ?? {};
  const worst = budget && worstDeclared(budget);
  if (!database || !budget || !worst || worst.connections === Infinity) return [];
  const { headroom, overcommit } = view.topology.policy;
  const share = overcommit.numerator / overcommit.denominator - headroom.numerator / headroom.denominator;
  if (share <= 0) return [];
  const kept = database.maxConnections - budget.usable;
  const maxConnections = kept + Math.ceil(worst.connections / share);
  const outcome = tryOut(view, name, changeDatabase(name, { maxConnections }));
  const after = worstDeclared(outcome.database);
  if (!fits(outcome.database) || !after || !hasHeadroom(outcome.database, after.connections, view.topology.policy))
    return [];
  return [`max_connections ${maxConnections} instead of ${number(database.maxConnections)} on ${name}`];
}

function less(view: View, name: string): string[] {
  const { fewerNodes, poolerSize } = view.wayOut(name) ?? {};
  return [
    ...(fewerNodes ? [`${fewerNodes.nodes} nodes of ${fewerNodes.service} with the smallest pools`] : []),
    ...(poolerSize ? [`a pooler in transaction mode in front of everything, with one pool of ${poolerSize}`] : []),
  ];
}
