import type { Amount, Ratio } from '../../topology/types.ts';

/** A number of nodes that a rollout's arithmetic takes, and the setting it comes from. */
export interface RolloutAmount {
  /** After rounding. */
  readonly nodes: number;
  readonly amount: Amount;
  /** The platform's parameter, a key below `deploy`; null: the platform's own rule. */
  readonly key: string | null;
  /**
   * What the parameter's value is to the amount: `above` and `below`: how far it is from 100%; `switch`: it is there or
   * not; `all`: a value that stands for all nodes; `or_more`: a full second set, or the value where that is more;
   * `neither`: surge and unavailable both come to zero, so one may be unavailable nevertheless.
   */
  readonly means: 'itself' | 'above' | 'below' | 'switch' | 'all' | 'or_more' | 'neither';
}

/** How batches of new nodes and old nodes that drain meet. Seconds; see `drainingNodes`. */
export interface Draining {
  /** null: as long as they like. */
  readonly drain: number | null;
  /** The parameter that gives `drain` where that key itself is not given; null: none does. */
  readonly drainKey: string | null;
  readonly readyAfter: number | null;
  readonly waitsForExit: number;
  readonly batch: number;
  /** Batches that start within one drain; Infinity: any number. */
  readonly waves: number;
  /**
   * Where the most are alive: `middle`: the surge, and waves x batch that drain; `end`: all new ones, and all old ones
   * but the unavailable; `start`: all old ones, and waves x batch new ones; `all`: all of both.
   */
  readonly stage: 'middle' | 'end' | 'start' | 'all';
}

/** How a number of nodes alive comes about: `nodes` are being replaced, `alive` is what `nodesAlive` gives. */
export type Rollout = {
  readonly nodes: number;
  readonly alive: number;
  readonly platform: string;
  readonly strategy: string;
  /** Old nodes may drain beside these, but their timing is not declared. */
  readonly undeclared: boolean;
} & (
  | { readonly kind: 'in_place' }
  /** `atMost` bounds both sets together, unless nodes drain beside them; null: no bound. */
  | {
      readonly kind: 'second_set';
      readonly atMost: number | null;
      readonly key: string | null;
      readonly drains: boolean;
    }
  | { readonly kind: 'factor'; readonly factor: Ratio; readonly key: string | null }
  /** Every node runs `more` processes beside its own. */
  | { readonly kind: 'processes'; readonly processes: number; readonly more: number; readonly key: string | null }
  | { readonly kind: 'extra'; readonly extra: RolloutAmount }
  | {
      readonly kind: 'rolling';
      /** As they take effect: after rounding, and at most the nodes there are. */
      readonly surge: number;
      readonly unavailable: number;
      readonly surgeFrom: RolloutAmount;
      readonly unavailableFrom: RolloutAmount;
      /** null: no node drains beside those that the platform counts. */
      readonly draining: Draining | null;
    }
);
