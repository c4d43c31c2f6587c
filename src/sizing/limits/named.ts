import type { Flow } from '../../budget/demand/flows.ts';
import { type Scenario, scenariosOf } from '../../budget/demand/scenarios.ts';
import { type DatabaseNetwork, subjectsOf } from '../../budget/network/network.ts';
import { inUse } from '../../budget/network/objectives.ts';
import type { DatabaseBudget } from '../../budget/types.ts';
import { demandOf } from './demand.ts';
import { limitsOf, withoutImplied } from './index.ts';
import type { SizingProblem } from './problem.ts';
import type { Limit } from './types.ts';

/** The limits of a problem with the `CONNECTION LIMIT` of roles and logical databases among them. */
export function allLimitsOf(problem: SizingProblem, kinds?: readonly Scenario['kind'][]): Limit[] {
  return [...limitsOf(problem, kinds), ...namedLimitsOf(problem, kinds)];
}

function namedLimitsOf(problem: SizingProblem, kinds?: readonly Scenario['kind'][]): Limit[] {
  const { network, topology } = problem;
  const { roleLimits, databaseLimits } = network.database;
  const named = [
    ...roleLimits.map(({ name, count }) => ({
      holder: `role ${name}`,
      room: count,
      only: ({ user }: Flow) => user === name,
    })),
    ...databaseLimits.map(({ name, count }) => ({
      holder: `logical database ${name}`,
      room: count,
      only: ({ dbname }: Flow) => dbname === name,
    })),
  ];
  if (named.length === 0) return [];
  const scenarios = scenariosOf(topology)(subjectsOf(network)).filter(({ kind }) => kinds?.includes(kind) ?? true);
  const bounds = named.flatMap((each) => {
    const part = onlyFlows(network, each.only);
    return scenarios.map((scenario) => ({ ...each, pooler: null, network: part, scenario }));
  });
  return withoutImplied(network, bounds).map((bound) => ({
    ...bound,
    ...demandOf(problem, bound.network, inUse, bound.scenario),
  }));
}

/** The network with nothing but some flows. */
export const onlyFlows = (network: DatabaseNetwork, holds: (flow: Flow) => boolean): DatabaseNetwork => ({
  ...network,
  members: network.members.map((member) => ({ ...member, flows: member.flows.filter(({ flow }) => holds(flow)) })),
});

/** Whether a role or a logical database reaches its own limit. */
export const exceedsNamed = ({ scenarios }: DatabaseBudget): boolean =>
  scenarios.some(({ roles, logicalDatabases }) =>
    [...roles, ...logicalDatabases].some(({ connections, limit }) => connections > limit),
  );
