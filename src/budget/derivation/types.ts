import type { Extra, Pool } from '../../topology/types.ts';
import type { Rollout } from '../rollout/types.ts';
import type { Budget, DatabaseScenario, PoolerScenario, ScenarioKind } from '../types.ts';

export type * from '../rollout/types.ts';

/** How many nodes of a service or pooler are alive in a scenario. */
export interface NodeCount {
  readonly name: string;
  /** Nodes while it does not deploy, and the setting they come from. */
  readonly nodes: number;
  readonly from: 'nodes' | 'max_nodes' | { readonly scenario: string };
  readonly alive: number;
  /** null: it is not rolled out here. */
  readonly rollout: Rollout | null;
}

/** What one node of a service opens towards some targets. */
export interface Opens {
  readonly processes: number;
  readonly pools: readonly Pool[];
  readonly extras: readonly Extra[];
  /** Pools, and extras of a process. */
  readonly perProcess: number;
  readonly perNode: number;
  /** Once, however many nodes there are. */
  readonly perService: number;
}

/** Connections of a service: alive nodes x perNode + perService. */
export interface Opening {
  readonly nodeCount: NodeCount;
  readonly opens: Opens;
  readonly connections: number;
}

/** A service that opens nothing here, and why. */
export interface LeftOut {
  readonly service: string;
  /** `instead`: the service that runs in its place, as they exclude each other. */
  readonly why: 'no_nodes' | 'deploy_only' | 'opens_nothing' | 'exclusive';
  readonly instead: string | null;
}

/** One of the limits that together bound what the pools of a pooler pass on; for all its processes. */
export type Cut =
  | {
      readonly kind: 'pair';
      readonly user: string;
      readonly dbname: string;
      readonly clients: number;
      readonly connections: number;
    }
  | { readonly kind: 'user'; readonly user: string; readonly perProcess: number; readonly connections: number }
  | { readonly kind: 'database'; readonly dbname: string; readonly perProcess: number; readonly connections: number };

/** How the server connections of a pooler come about; each step bounds or extends the one before. */
export interface PoolerFlow {
  readonly processes: number;
  readonly clients: number;
  readonly connections: number;
  /** Pairs that services declare. */
  readonly declaredPairs: readonly { readonly user: string; readonly dbname: string }[];
  /** Only where pairs are counted: adds up to `throughPairs`. */
  readonly cuts: readonly Cut[];
  readonly throughPairs: number;
  /** After `pairs` of the file; the same without it. */
  readonly throughStated: number;
  /** The pools of one process that the stated pairs leave, where they are fewer than declared: the largest. */
  readonly largestPools: readonly { readonly dbname: string; readonly size: number }[];
  /** The most of one process, all pairs together. */
  readonly perProcess: number;
}

/** What comes through a pooler. */
export interface PooledDerivation {
  readonly pooler: string;
  readonly nodeCount: NodeCount;
  readonly flow: PoolerFlow;
  /** By service and pair. */
  readonly clients: readonly (Opening & { readonly user: string; readonly dbname: string })[];
  /** Server connections by service. */
  readonly shares: readonly { readonly service: string; readonly connections: number; readonly clients: number }[];
  /** Server connections that no client explains. */
  readonly kept: number;
}

/** Who deploys in a worst case. */
export interface Deploys {
  readonly kind: ScenarioKind;
  /** Adds nodes by deploying. */
  readonly deploying: readonly string[];
  /** Would add nodes as well. */
  readonly waiting: readonly string[];
}

/** What a worst case adds up from. */
export interface WorstCase {
  readonly connections: number;
  /** Of these, how many no set of deploys is known to open: 0 unless the search for it was cut short. */
  readonly unsearched: number;
  readonly direct: readonly Opening[];
  readonly pooled: readonly PooledDerivation[];
  readonly leftOut: readonly LeftOut[];
  readonly deploys: Deploys;
}

/** How the worst case of a database comes about. */
export interface DatabaseDerivation {
  readonly kind: 'database';
  readonly name: string;
  readonly usable: number;
  readonly allowed: number;
  readonly scenario: DatabaseScenario;
  /** Without other clients, which are the same in every scenario. */
  readonly worst: WorstCase;
  /** Roles and logical databases that have a limit of their own, each with its own worst case. */
  readonly limits: readonly {
    readonly what: 'role' | 'logical database';
    readonly name: string;
    readonly limit: number;
    readonly worst: WorstCase;
  }[];
}

/** How the clients and the server connections of a pooler come about. The two worst cases may be different ones. */
export interface PoolerDerivation {
  readonly kind: 'pooler';
  readonly name: string;
  readonly scenario: PoolerScenario;
  /** Processes that accept clients: those of its nodes while it does not deploy. */
  readonly accepting: { readonly nodeCount: NodeCount; readonly processes: number };
  readonly clients: PooledDerivation;
  readonly clientDeploys: Deploys;
  readonly servers: PooledDerivation;
  readonly serverDeploys: Deploys;
  readonly leftOut: readonly LeftOut[];
}

/** What a service opens, and how many of its nodes are alive. */
export interface ServiceDerivation {
  readonly kind: 'service';
  readonly name: string;
  readonly scenario: { readonly name: string; readonly kind: ScenarioKind };
  readonly opens: Opens;
  /** While it deploys, where anything does. */
  readonly nodeCount: NodeCount;
  /** Its part in the worst case of each database it reaches. */
  readonly parts: readonly {
    readonly database: string;
    readonly scenario: string;
    readonly nodes: number;
    readonly connections: number;
    readonly total: number;
  }[];
}

export type Derivation = DatabaseDerivation | PoolerDerivation | ServiceDerivation;

/** The worst cases that a scenario is chosen from. */
export type WorstCases = Pick<Budget, 'databases' | 'poolers'>;
