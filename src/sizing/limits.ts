import { usableOf } from '../budget/database.ts';
import { clients, inUse } from '../budget/objectives.ts';
import { clientLimit, processesOf } from '../budget/pooler.ts';
import { floorOf } from '../budget/ratio.ts';
import { nodesDeploying, type Scenario, scenariosOf } from '../budget/scenarios.ts';
import { type PoolerSite, poolerAlone, type Site, subjectsOf } from '../budget/site.ts';
import type { Database, Policy } from '../topology/types.ts';
import { type Demand, demandOf } from './demand.ts';
import type { Ground } from './ground.ts';

/** What sizes must keep in one scenario: the connections that a database can give, or the clients a pooler accepts. */
export interface Limit extends Demand {
  /** The database's or pooler's name. */
  readonly holder: string;
  /** Null for a database. */
  readonly pooler: PoolerSite | null;
  readonly site: Site;
  readonly scenario: Scenario;
  /** The most that the services may open; finite. */
  readonly room: number;
}

/** The most connections that leave the policy's headroom free: floor(allowed x (1 - headroom)). */
export function targetOf(database: Database, { headroom, overcommit }: Policy): number {
  const usable = usableOf(database);
  if (usable === Infinity) return usable;
  const { numerator, denominator } = headroom;
  return floorOf(floorOf(usable, overcommit), { numerator: denominator - numerator, denominator });
}

/** Connections of clients that are no services. */
export const othersOf = ({ otherClients }: Database): number => otherClients.reduce((sum, { count }) => sum + count, 0);

/** Every limit of a database and the poolers in front of it, in every scenario; what has no bound is left out. */
export function limitsOf(ground: Ground): Limit[] {
  const { site, topology } = ground;
  const { database } = site;
  const room = targetOf(database, topology.policy) - othersOf(database);
  const all = scenariosOf(topology)(subjectsOf(site));
  const limits = all.map((scenario): Limit => {
    const demand = demandOf(ground, site, inUse, scenario);
    return { ...demand, holder: database.name, pooler: null, site, scenario, room };
  });
  for (const pooler of site.poolers) {
    const alone = poolerAlone(site, pooler);
    for (const scenario of all) {
      const accepted = clientLimit(pooler.pooler, processesOf(pooler.pooler, scenario.nodes(pooler.pooler)));
      const demand = demandOf(ground, alone, clients, scenario);
      limits.push({ ...demand, holder: pooler.pooler.name, pooler, site: alone, scenario, room: accepted });
    }
  }
  return limits.filter(({ room }) => room !== Infinity);
}

/** Whether sizes keep a limit. */
export const keeps = (limit: Limit, sizes: readonly number[]): boolean => limit.connections(sizes) <= limit.room;

/** Drops limits that hold whenever another one does: the same holder with at least as many nodes and no more room. */
export function withoutImplied(ground: Ground, limits: readonly Limit[]): Limit[] {
  const subjects = subjectsOf(ground.site);
  const nodes = new Map(
    [...new Set(limits.map(({ scenario }) => scenario))].map((scenario) => [
      scenario,
      subjects.flatMap((subject) => {
        const absent = subject.when === 'deploy' && scenario.kind === 'steady';
        return absent ? [0, 0] : [scenario.nodes(subject), nodesDeploying(scenario, subject)];
      }),
    ]),
  );
  const implies = (a: Limit, b: Limit) => {
    if (a.holder !== b.holder || a.room > b.room) return false;
    const [more, less] = [nodes.get(a.scenario) as number[], nodes.get(b.scenario) as number[]];
    return less.every((count, index) => count <= (more[index] as number));
  };
  return limits.filter((one, index) =>
    limits.every((other, at) => at === index || !implies(other, one) || (implies(one, other) && at > index)),
  );
}
