import type { DatabaseBudget } from '../../budget/types.ts';
import { neededOf } from '../../sizing/in-use/needed.ts';
import { gives } from '../../sizing/limits/target.ts';
import type { Needed } from '../../sizing/types.ts';
import { greatest, smallestMaximum } from '../../sizing/ways-out/way-out.ts';
import { poolPath } from '../../topology/pools.ts';
import type { Topology } from '../../topology/types.ts';
import { amount } from '../../words/figures.ts';
import { listed } from '../../words/lists.ts';
import { groupBy } from '../common/view.ts';
import { worstOf } from '../common/words.ts';
import type { PlanView } from '../types.ts';
import { poolName, poolSetting, poolTotal } from './pools.ts';
import { calmerRollouts } from './rollouts.ts';
import { changeDatabase, type TopologyChange, type Trial, trialOf } from './what-if.ts';

/**
 * What makes a database fit with the policy's headroom and so many connections `free` at least, as one sentence. Every
 * setting in it was planned again, here or where it was recommended; where nothing simple works it says what does not.
 */
export function waysToFit(view: PlanView, name: string, free = 0): string | null {
  const tryOut = trialOf(view, name);
  if (tryOut === null || takesTooLong(view, name)) return null;
  const ways = [
    ...recommendedSizes(view, name),
    ...rollouts(view, name, tryOut),
    ...moreConnections(view, name, tryOut, free),
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
export function smallerPools(view: PlanView, name: string): Smaller[] {
  if (view.wayOut(name) !== undefined) return [];
  return view.around(name).services.flatMap((service) =>
    service.pools.flatMap((pool) => {
      const better = view.recommended(poolPath(service.name, pool.name));
      if (better === undefined || better.recommended >= better.current) return [];
      const whole = view.service(service.name) ?? service;
      const setting = `${poolSetting(better)} instead of ${amount(poolTotal(pool))}`;
      return [{ setting, pool: poolName(whole, pool.name) }];
    }),
  );
}

function recommendedSizes(view: PlanView, name: string): string[] {
  const groups = [...groupBy(smallerPools(view, name), ({ setting }) => setting)].map(
    ([setting, group]) => `${setting} for ${listed(group.map(({ pool }) => pool))}`,
  );
  const all = [...groups, ...smallerPoolers(view, name)];
  return all.length === 0 ? [] : [all.join(', ')];
}

/** The settings of poolers in front of a database that should be smaller, together with its pools. */
function smallerPoolers(view: PlanView, name: string): string[] {
  if (view.wayOut(name) !== undefined) return [];
  const inFront = view.databases.get(name)?.poolers ?? [];
  return inFront.flatMap((pooler) =>
    view.sizing.settings
      .filter(({ on, current, recommended }) => on.startsWith(`poolers.${pooler.name}.`) && recommended < current)
      .map(({ on, current, recommended }) => {
        const key = on.slice(`poolers.${pooler.name}.`.length);
        return `${key} ${recommended} instead of ${amount(current)} for ${pooler.name}`;
      }),
  );
}

function rollouts(view: PlanView, name: string, tryOut: Trial): string[] {
  const { budget } = view.databases.get(name) ?? {};
  if (budget === undefined) return [];
  const steady = budget.scenarios.filter(({ kind }) => kind === 'steady');
  if (!isEnough(view.around(name), { ...budget, scenarios: steady })) return [];
  return calmerRollouts(view, name, (change) => fitsAfter(view.around(name), change, tryOut));
}

function fitsAfter(around: Topology, change: TopologyChange, tryOut: Trial): boolean {
  const { database } = tryOut(change);
  return isEnough(change(around), { ...database, scenarios: declared(database) });
}

/** Whether the one database of a topology can give what some of its scenarios need. */
function isEnough(topology: Topology, budget: DatabaseBudget): boolean {
  const [database] = topology.databases;
  return database !== undefined && needs(topology, budget).every((need) => gives(database, topology.policy, need));
}

/** Beyond so many connections it takes too long to tell how probable each number is, again and again. */
const mostTried = 10_000;

function takesTooLong(view: PlanView, name: string): boolean {
  const { database, budget } = view.databases.get(name) ?? {};
  if (!database || !budget || database.judgedBy === 'worst_case') return false;
  return (worstDeclared(budget)?.connections ?? 0) > mostTried;
}

const needs = (topology: Topology, budget: DatabaseBudget): readonly Needed[] =>
  neededOf(topology, { databases: [budget] }).flat();

function moreConnections(view: PlanView, name: string, tryOut: Trial, free: number): string[] {
  const { database, budget } = view.databases.get(name) ?? {};
  if (!database || !budget) return [];
  const needed = needs(view.around(name), { ...budget, scenarios: declared(budget) });
  const maxConnections = greatest(needed.map((need) => smallestMaximum(database, view.topology.policy, need, free)));
  if (maxConnections === null || maxConnections <= database.maxConnections) return [];
  // A pooler may take a share of the limit and grow with it.
  if (!fitsAfter(view.around(name), changeDatabase(name, { maxConnections }), tryOut)) return [];
  return [`max_connections ${maxConnections} instead of ${database.maxConnections} on ${name}`];
}

function less(view: PlanView, name: string): string[] {
  const { fewerNodes, poolerSize } = view.wayOut(name) ?? {};
  return [
    ...(fewerNodes ? [`${fewerNodes.nodes} nodes of ${fewerNodes.service} with the smallest pools`] : []),
    ...(poolerSize ? [`a pooler in transaction mode in front of everything, with one pool of ${poolerSize}`] : []),
  ];
}
