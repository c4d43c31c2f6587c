import type { Flow } from '../../budget/demand/flows.ts';
import { type Scenario, scenariosOf } from '../../budget/demand/scenarios.ts';
import { type Site, subjectsOf } from '../../budget/network/network.ts';
import { inUse } from '../../budget/network/objectives.ts';
import type { DatabaseBudget } from '../../budget/types.ts';
import { demandOf } from './demand.ts';
import type { Ground } from './ground.ts';
import { limitsOf, withoutImplied } from './index.ts';
import type { Limit } from './types.ts';

/** The limits of a ground with the `CONNECTION LIMIT` of roles and logical databases among them. */
export function allLimitsOf(ground: Ground, kinds?: readonly Scenario['kind'][]): Limit[] {
  return [...limitsOf(ground, kinds), ...namedLimitsOf(ground, kinds)];
}

function namedLimitsOf(ground: Ground, kinds?: readonly Scenario['kind'][]): Limit[] {
  const { site, topology } = ground;
  const { roleLimits, databaseLimits } = site.database;
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
  const scenarios = scenariosOf(topology)(subjectsOf(site)).filter(({ kind }) => kinds?.includes(kind) ?? true);
  const bounds = named.flatMap((each) => {
    const part = onlyFlows(site, each.only);
    return scenarios.map((scenario) => ({ ...each, pooler: null, site: part, scenario }));
  });
  return withoutImplied(site, bounds).map((bound) => ({
    ...bound,
    ...demandOf(ground, bound.site, inUse, bound.scenario),
  }));
}

/** The site with nothing but some flows. */
export const onlyFlows = (site: Site, holds: (flow: Flow) => boolean): Site => ({
  ...site,
  members: site.members.map((member) => ({ ...member, flows: member.flows.filter(({ flow }) => holds(flow)) })),
});

/** Whether a role or a logical database reaches its own limit. */
export const exceedsNamed = ({ scenarios }: DatabaseBudget): boolean =>
  scenarios.some(({ roles, logicalDatabases }) =>
    [...roles, ...logicalDatabases].some(({ connections, limit }) => connections > limit),
  );
