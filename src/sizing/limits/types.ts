import type { Flow } from '../../budget/demand/flows.ts';
import type { Scenario } from '../../budget/demand/scenarios.ts';
import type { DatabaseNetwork, PoolerNetwork } from '../../budget/network/network.ts';
import type { Demand } from './demand-types.ts';

/** What sizes must keep in one scenario: the connections that a database can give, or the clients a pooler accepts. */
export interface Limit extends Bound, Demand {
  /** Whether sizes keep it, where that takes less than to work out `connections`. */
  readonly isKept?: (sizes: readonly number[]) => boolean;
  /** The worst case, where that is not what has to fit. */
  readonly worst?: (sizes: readonly number[]) => number;
}

export interface Bound {
  /** The database's or pooler's name. */
  readonly holder: string;
  /** Null for a database. */
  readonly pooler: PoolerNetwork | null;
  /** What counts towards the limit of a role or a logical database; absent for all others. */
  readonly only?: (flow: Flow) => boolean;
  /** For a database that is judged by it: how probable it may be that more than there is room for are in use. */
  readonly probability?: number;
  readonly network: DatabaseNetwork;
  readonly scenario: Scenario;
  /** The most that the services may open; finite. */
  readonly room: number;
}
