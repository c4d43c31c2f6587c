/**
 * Which promise a scenario makes: `steady` nothing deploys; `deploy` the worst set deploys; `draining` the same with old
 * nodes that drain as slowly as their platforms allow.
 */
export type ScenarioKind = 'steady' | 'deploy' | 'draining';

/** One addend of a database's worst case. */
export interface Addend {
  /**
   * A service; `SERVICE.extra` for what it opens once however many nodes it has; a pooler, for what it holds beyond its
   * clients' share; or `other_clients.NAME`.
   */
  readonly source: string;
  /** The pooler the connections come through, or null. */
  readonly via: string | null;
  /** Nodes alive; null where they do not matter. */
  readonly nodes: number | null;
  /** Of those, how many the deploy adds to the steady number. */
  readonly addedNodes: number;
  /** The most one node opens towards this database or pooler; null where nodes do not matter. */
  readonly perNode: number | null;
  /** Connections on the database. Behind a pooler: the service's share of the pooler's server connections. */
  readonly connections: number;
}

/** What a role or logical database reaches against its own `CONNECTION LIMIT`. */
export interface LimitUse {
  readonly name: string;
  readonly limit: number;
  readonly connections: number;
}

/** The worst case of one database in one scenario. Infinity where a pool has no bound. */
export interface DatabaseScenario {
  readonly name: string;
  readonly kind: ScenarioKind;
  readonly connections: number;
  /** Of them, how many no set of deploys is known to open, because a search was cut short; nearly always 0. */
  readonly unsearched: number;
  /** usable - connections; negative: that many too many. */
  readonly headroom: number;
  /** connections / usable. */
  readonly utilization: number;
  /** Connections that are open even when everything idles. */
  readonly floor: number;
  /** connections <= usable x policy.overcommit. */
  readonly fits: boolean;
  /** Services and poolers of the worst set, in file order. */
  readonly deploying: readonly string[];
  /** connections x backend_memory + shared_buffers, bytes. */
  readonly memoryBytes: number;
  /** Adds up to `connections`. */
  readonly breakdown: readonly Addend[];
  readonly roles: readonly LimitUse[];
  readonly logicalDatabases: readonly LimitUse[];
}

export interface DatabaseBudget {
  readonly name: string;
  /** What ordinary roles can have. */
  readonly usable: number;
  /** floor(usable x policy.overcommit): the most the policy lets the worst case reach; Infinity where a probability is the measure. */
  readonly allowed: number;
  readonly scenarios: readonly DatabaseScenario[];
  /** Name of the scenario with the most connections; the earliest of equals. */
  readonly worst: string;
}

/** The worst case of one pooler in one scenario. */
export interface PoolerScenario {
  readonly name: string;
  readonly kind: ScenarioKind;
  /** Nodes x processes alive. */
  readonly processes: number;
  readonly clients: number;
  readonly clientLimit: number;
  /** What it opens on the database in this scenario. */
  readonly serverConnections: number;
  /** What it could open with the processes alive. */
  readonly serverCapacity: number;
  /** clients <= clientLimit. */
  readonly fits: boolean;
}

export interface PoolerBudget {
  readonly name: string;
  readonly to: string;
  /** (user, database) pairs that have a pool. */
  readonly pairs: number;
  /** Server connections it could open in steady state. */
  readonly serverCapacity: number;
  readonly scenarios: readonly PoolerScenario[];
}

export interface ServiceBudget {
  readonly name: string;
  readonly nodes: number;
  /** M: the most one node opens, to all its targets. */
  readonly perNode: number;
  /**
   * Nodes that can be added before the first scenario breaks; negative: how many are too many (all of them when even
   * none would not help); null: no number breaks anything. `deploy-draining` scenarios do not count, nor do databases that
   * are judged by probability alone: how much traffic the nodes would bring is not known.
   */
  readonly moreNodes: number | null;
  /** What one node can count on in steady state when all nodes want their most at once; at most `perNode`. */
  readonly effectivePerNode: number;
}

/** The plan: the worst case of everything. */
export interface Budget {
  readonly databases: readonly DatabaseBudget[];
  readonly poolers: readonly PoolerBudget[];
  readonly services: readonly ServiceBudget[];
}
