import { nodesDeploying, type Scenario } from '../demand/scenarios.ts';
import type { Objective } from '../network/loads.ts';
import type { DatabaseNetwork, Member } from '../network/network.ts';

/** What a deploy of each member adds, where only a limited number may deploy and everything adds up to one sum. */
export interface Ranking {
  /** The objective with nothing deploying. */
  readonly steady: number;
  /** By member. */
  readonly growth: readonly number[];
  /** What the most deploys that may happen together add; and one deploy fewer. */
  readonly full: Top;
  readonly oneFewer: Top;
}

/** The largest of the growths: their sum, the smallest of them, and the largest that is not among them. */
interface Top {
  readonly sum: number;
  readonly last: number;
  readonly next: number;
}

/** The ranking of a network in a scenario; null where connections do not simply add up, or nothing is limited. */
export function rankingOf(
  network: DatabaseNetwork,
  scenario: Scenario,
  objective: Objective,
  concurrent: number,
): Ranking | null {
  if (scenario.kind === 'steady' || concurrent === Infinity) return null;
  const { members, exclusiveGroups, poolers } = network;
  const adds = objective.additive || poolers.every(({ pairs }) => pairs.length === 0);
  if (!adds || exclusiveGroups.length < members.length) return null;
  const amount = ({ flows }: Member, nodes: number) =>
    flows.reduce((sum, { flow }) => sum + objective.amount(flow, nodes), 0);
  const steady = members.map((member) => amount(member, scenario.nodes(member.service)));
  const growth = members.map((member, index) => {
    const deploying = amount(member, nodesDeploying(scenario, member.service));
    const before = steady[index] as number;
    return deploying === before ? 0 : deploying - before;
  });
  const ranked = growth.toSorted((a, b) => b - a);
  return {
    steady: steady.reduce((sum, count) => sum + count, 0),
    growth,
    full: topOf(ranked, concurrent),
    oneFewer: topOf(ranked, concurrent - 1),
  };
}

function topOf(ranked: readonly number[], count: number): Top {
  const sum = ranked.slice(0, count).reduce((total, growth) => total + growth, 0);
  return { sum, last: ranked[count - 1] ?? (count === 0 ? Infinity : 0), next: ranked[count] ?? 0 };
}

/** The sum of as many of the largest growths when one growth is not there. */
export const topWithout = ({ sum, last, next }: Top, growth: number): number =>
  growth >= last ? sum - growth + next : sum;
