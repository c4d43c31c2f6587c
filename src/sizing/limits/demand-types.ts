import type { Member } from '../../budget/network/network.ts';
import type { Service } from '../../topology/types.ts';

/** How connections (or a pooler's clients) follow from sizes in one scenario. */
export interface Demand {
  /** The worst case. */
  readonly connections: (sizes: readonly number[]) => number;
  /** What one connection more of each pool costs, by the pool's index; pools that cost nothing are absent. */
  readonly costs: ReadonlyMap<number, Cost>;
  /** True when a connection of `a` never costs more than one of `b`, whatever the sizes, as long as `a` is no larger. */
  readonly cheaper: (a: number, b: number) => boolean;
}

/** Processes that open one connection more each. */
export interface Cost {
  /** Index in the running services. */
  readonly runner: number;
  /** While the service does not deploy. */
  readonly steady: number;
  /** While it does. */
  readonly most: number;
  /** Connections that go to the same edge are alike. */
  readonly edge: number;
  /** False where another service may run in its place. */
  readonly always: boolean;
  /** True when the service opens nothing else here that its nodes multiply. */
  readonly alone: boolean;
}

/** A service that runs in a scenario, with its nodes while it does not deploy and while it does. */
export interface Runner {
  readonly service: Service;
  readonly flows: Member['flows'];
  readonly steady: number;
  readonly most: number;
}
