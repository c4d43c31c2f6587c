import type { EngineId, PoolMode } from '../../catalog/types.ts';
import type { AcceptedBy, FindingChange, Location, Severity } from '../../findings/types.ts';
import type { Verdict } from '../../findings/verdict.ts';

/** A number of connections, or null where nothing bounds it. */
export type Connections = number | null;

/** `steady`: nothing deploys. `deploy`: the worst set deploys. `draining`: the same, old nodes drain as slowly as they may. */
export type DocumentScenarioKind = 'steady' | 'deploy' | 'draining';

/** The rules of judgement the topology set itself. */
export interface DocumentPolicy {
  /** Share of usable connections that should stay free, 0 to 1. */
  readonly headroom: number;
  /** Allowed ratio of worst case to usable, 1 or more. */
  readonly overcommit: number;
  /** How probable it may be that more than usable is in use; null: not judged. */
  readonly overcommit_probability: number | null;
  /** Services and poolers that may deploy at the same time; null: all of them. */
  readonly concurrent_deploys: number | null;
  readonly fail_on: 'error' | 'warning';
}

/** How many of each the document holds. Accepted findings are counted as accepted only. */
export interface DocumentCounts {
  readonly databases: number;
  readonly poolers: number;
  readonly services: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly accepted: number;
  /** Open findings of any severity that the base had as well; they count among those above. */
  readonly unchanged: number;
}

/** One addend of a database's worst case. */
export interface DocumentAddend {
  /** A service, a pooler (what it holds beyond its clients' share), or `other_clients.NAME`. */
  readonly source: string;
  /** The pooler the connections come through, or null. */
  readonly via: string | null;
  /** Nodes alive; null for other clients. */
  readonly nodes: number | null;
  /** Of those, how many the deploy adds to the steady number. */
  readonly added_nodes: number;
  /** The most one node opens; null where that is no fixed number, or has no bound. */
  readonly per_node: number | null;
  readonly connections: Connections;
}

/** What a role or logical database reaches against its own `CONNECTION LIMIT`. */
export interface DocumentLimitUse {
  readonly name: string;
  readonly limit: number;
  readonly connections: Connections;
  readonly fits: boolean;
}

/** The worst case of one database in one scenario. */
export interface DocumentDatabaseScenario {
  readonly name: string;
  readonly kind: DocumentScenarioKind;
  readonly connections: Connections;
  /** usable - connections, negative: that many too many; null where one of the two has no bound. */
  readonly headroom: number | null;
  /** connections / usable, 0 or more; null where nothing is usable or one of the two has no bound. */
  readonly utilization: number | null;
  /** Connections that are open even when everything idles. */
  readonly floor: Connections;
  /** connections <= allowed, and as improbable to exceed usable as the policy wants. */
  readonly fits: boolean;
  /** Services and poolers of the worst set, in file order. */
  readonly deploying: readonly string[];
  /** Bytes: connections x backend memory + shared buffers; null without bound. */
  readonly memory_bytes: number | null;
  /** Adds up to `connections`. */
  readonly breakdown: readonly DocumentAddend[];
  readonly roles: readonly DocumentLimitUse[];
  readonly logical_databases: readonly DocumentLimitUse[];
}

/** How probable it is that more connections of a database are in use at once than are usable, at the given traffic. */
export interface DocumentOvercommit {
  /** The scenario in which it is most probable, the earliest of equals; draining ones only where there is no other. */
  readonly scenario: string;
  /** Its worst case. */
  readonly connections: Connections;
  /** 0 to 1. */
  readonly probability: number;
  /** What `policy.overcommit_probability` allows; null: it says nothing. */
  readonly allowed: number | null;
  /** What the probability rests on, in words. */
  readonly model: string;
  /** Services whose connections follow from their traffic; all else counts with the most it opens. */
  readonly modelled: readonly string[];
  /** Every scenario whose worst case exceeds usable. */
  readonly scenarios: readonly { readonly name: string; readonly probability: number }[];
}

export interface DocumentDatabase {
  readonly name: string;
  readonly engine: EngineId;
  /** Major version; null where the engine's versions do not matter. */
  readonly version: number | null;
  /** Provider plan, `provider/name`, or null. */
  readonly plan: string | null;
  /** The server's limit; null where it sets none. */
  readonly max_connections: Connections;
  /** Slots an ordinary role cannot have: superuser, reserved and the provider's own. */
  readonly reserved: number;
  /** max_connections - reserved. */
  readonly usable: Connections;
  /** floor(usable x policy.overcommit): the most the worst case may reach; null: no limit, or a probability is the measure. */
  readonly allowed: Connections;
  /** True when `max_connections` rests on an estimate. */
  readonly estimated: boolean;
  /** Bytes of the server's memory, or null where it is not known. */
  readonly memory_bytes: number | null;
  readonly scenarios: readonly DocumentDatabaseScenario[];
  /** Name of the scenario with the most connections; the earliest of equals; null without any scenario. */
  readonly worst: string | null;
  /** Null: the worst case stays within usable, or no traffic leads there. */
  readonly overcommit: DocumentOvercommit | null;
}

/** The worst case of one pooler in one scenario. */
export interface DocumentPoolerScenario {
  readonly name: string;
  readonly kind: DocumentScenarioKind;
  /** Nodes x processes alive. */
  readonly processes: number;
  readonly clients: Connections;
  readonly client_limit: Connections;
  /** What it opens on the database in this scenario. */
  readonly server_connections: Connections;
  /** What it could open with the processes alive in this scenario. */
  readonly server_capacity: Connections;
  /** clients <= client_limit. */
  readonly fits: boolean;
}

export interface DocumentPooler {
  readonly name: string;
  /** Id in the catalog, such as `pgbouncer`. */
  readonly kind: string;
  readonly mode: PoolMode;
  /** Name of the database behind it. */
  readonly to: string;
  /** (user, database) pairs that have a pool. */
  readonly pairs: number;
  /** Server connections it could open in steady state. */
  readonly server_capacity: Connections;
  readonly scenarios: readonly DocumentPoolerScenario[];
}

export interface DocumentService {
  readonly name: string;
  readonly nodes: number;
  /** The autoscaler's maximum, or null. */
  readonly max_nodes: number | null;
  /** The most one node opens, to all its targets. */
  readonly per_node: Connections;
  /**
   * Nodes that can be added before the first scenario breaks; negative: how many are too many; null: none breaks anything.
   * Databases judged by probability alone do not count: how much traffic the nodes would bring is not known.
   */
  readonly more_nodes: number | null;
  /** What one node can count on in steady state when all nodes want their most at once. */
  readonly effective_per_node: Connections;
  /** Databases and poolers it connects to. */
  readonly targets: readonly string[];
}

/** By how much something is wrong, in the unit of its message. */
export interface DocumentExcess {
  readonly scenario: string | null;
  /** Above 0; null where nothing bounds it. */
  readonly amount: number | null;
}

export interface DocumentFinding {
  readonly rule: string;
  readonly severity: Severity;
  /** What it is about, as a path in the topology. */
  readonly on: string;
  readonly scenario: string | null;
  readonly message: string;
  readonly why: string;
  readonly remedy: string;
  /** True when somebody accepted it: it never fails a gate. */
  readonly accepted: boolean;
  /** Who did: the file's `policy.accept`, or a baseline; null: nobody. */
  readonly accepted_by: AcceptedBy | null;
  /** The reason that `policy.accept` gives; null where it accepts nothing. */
  readonly accepted_for: string | null;
  /** By how much, in every scenario that it is about; empty where it is there or not. */
  readonly excess: readonly DocumentExcess[];
  /** What became of it since the base; null where nothing is compared. An unchanged one never fails a gate. */
  readonly change: FindingChange | null;
  /** The excess that it had in the base or the baseline, where it is worse now; null otherwise. */
  readonly before: readonly DocumentExcess[] | null;
  readonly location: Location | null;
}

/** A number that nobody gave: what was taken, why, and where to set it. */
export interface DocumentAssumption {
  readonly on: string;
  readonly value: string;
  readonly reason: string;
  /** The nearest enclosing value that the file gives. */
  readonly location: Location;
}

/** A size to write down, of a pool or a setting of a pooler. */
export interface DocumentRecommendation {
  readonly on: string;
  /** Most connections a process opens with this pool today: size + overflow. */
  readonly current: Connections;
  /** The same as it should be: `size` + `overflow`. */
  readonly recommended: number;
  readonly size: number;
  readonly overflow: number;
  readonly reason: string;
}

/** What would make a database fit when no pool sizes do; null for a way that does not exist. */
export interface DocumentWayOut {
  readonly database: string;
  readonly scenario: string;
  /** Smallest `max_connections` that fits, and the bytes of memory its backends need. */
  readonly max_connections: number | null;
  readonly memory_bytes: number | null;
  /** Largest number of nodes of one service that fits with the smallest pools. */
  readonly fewer_nodes: { readonly service: string; readonly nodes: number } | null;
  /** Size of one transaction-mode pool in front of everything that goes straight to the database. */
  readonly pooler_size: number | null;
  /** Connections that it replaces; null also where a pool has no bound. */
  readonly pooler_replaces: number | null;
}

/** What a database has left in its worst scenario beyond the policy's headroom. */
export interface DocumentSpare {
  readonly database: string;
  readonly scenario: string;
  readonly connections: Connections;
}

/**
 * A plan as other programs read it, versioned: within a version keys are added, never renamed or removed. Connections,
 * nodes and processes are whole numbers, memory is bytes, shares and ratios are 1 for the whole. A number without bound is null.
 */
export interface Document {
  readonly schema_version: 1;
  /** The file's path as the user gave it. */
  readonly topology: string;
  readonly verdict: Verdict;
  readonly policy: DocumentPolicy;
  readonly counts: DocumentCounts;
  /** The scenarios that were asked for; figures, findings and verdict are theirs alone. Null: all. */
  readonly only_scenarios: readonly string[] | null;
  readonly databases: readonly DocumentDatabase[];
  readonly poolers: readonly DocumentPooler[];
  readonly services: readonly DocumentService[];
  readonly findings: readonly DocumentFinding[];
  readonly assumptions: readonly DocumentAssumption[];
  readonly recommendations: readonly DocumentRecommendation[];
  readonly ways_out: readonly DocumentWayOut[];
  readonly spare: readonly DocumentSpare[];
}
