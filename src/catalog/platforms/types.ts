import type { Evidence, Note } from '../evidence.ts';

/**
 * What a parameter's value is: a number of `nodes`; `nodes or percent` of the nodes; a `percent` of something; a
 * `factor` of 1 or more; a duration that a bare number gives in `seconds`, `minutes` or `milliseconds`; any `number`; a
 * `switch`; a `command` that is there or not; or one of a list of words.
 */
export type ParameterValue =
  | 'nodes'
  | 'nodes or percent'
  | 'percent'
  | 'factor'
  | 'seconds'
  | 'minutes'
  | 'milliseconds'
  | 'number'
  | 'switch'
  | 'command'
  | readonly string[];

/** A parameter of a platform under the platform's own name, in snake case. */
export interface PlatformParameter extends Evidence {
  readonly key: string;
  readonly value: ParameterValue;
  /** As a person would write it; null where the platform sets none, or none is known. */
  readonly default: number | string | boolean | null;
  /** Parameter whose value is the default. */
  readonly defaultsTo?: string;
  /** True where the arithmetic cannot do without it and the platform has no default. */
  readonly required?: true;
  /** How a share of the nodes becomes a whole number. */
  readonly round?: 'up' | 'down';
  /** The least number of nodes it comes to. */
  readonly atLeast?: number;
  /** The value that means all nodes. */
  readonly allAt?: number;
  /** Least and greatest number (of a percentage: percents). */
  readonly range?: readonly [least: number, greatest: number];
  /** Value that makes another strategy of the platform apply, and that strategy's id. */
  readonly selects?: { readonly value: string | boolean; readonly strategy: string };
  /** True where it bounds how long an old node keeps its connections: another name for `drain`. */
  readonly drain?: true;
  readonly note?: string;
}

/** A number of nodes as the arithmetic of a strategy takes it, from parameters by key. */
export type AmountRule =
  /** Fixed; `all`: as many as there are. */
  | number
  | 'all'
  /** The parameter itself, with its rounding. */
  | { readonly from: string }
  /** What a percentage has above 100, of the nodes, rounded. */
  | { readonly above: string; readonly round: 'up' | 'down' }
  /** What a percentage lacks to 100, of the nodes, rounded. */
  | { readonly below: string; readonly round: 'up' | 'down' };

/** The arithmetic of a strategy; with the parameters' values it becomes the topology's `Overlap`. */
export type OverlapRule =
  | { readonly kind: 'in_place' }
  /** A second set beside the first: at most `atMost` altogether; `orMore` nodes where that is more than a full set. */
  | { readonly kind: 'full_set'; readonly atMost?: string; readonly orMore?: string }
  | { readonly kind: 'factor'; readonly factor: string }
  | { readonly kind: 'extra'; readonly extra: AmountRule }
  /** Each node runs so many processes more, at most twice its own; `soloUpTo`: only one more with so many processes or fewer. */
  | {
      readonly kind: 'extra_processes';
      readonly extra: AmountRule & (number | { readonly from: string });
      readonly soloUpTo?: number;
    }
  | {
      readonly kind: 'rolling';
      readonly surge: AmountRule;
      readonly unavailable: AmountRule;
      /** Absent: when both come to zero, one node may be unavailable. */
      readonly bothZero?: 'no_overlap';
      /** Absent: 0, a node that was told to stop is not counted. */
      readonly waitsForExit?: number;
    };

/** A way in which a platform replaces nodes. */
export interface PlatformStrategy extends Evidence {
  /** As in the topology's `strategy`: the topology's own word where it fits, else the platform's. */
  readonly id: string;
  /** Other words for it, accepted as well. */
  readonly aliases: readonly string[];
  /** What the platform calls it. */
  readonly name: string;
  readonly parameters: readonly PlatformParameter[];
  readonly overlap: OverlapRule;
  /**
   * For people, with R for the nodes, S for the surge: the most the platform counts, and the most that can be alive
   * with draining nodes.
   */
  readonly peakCounted: string;
  readonly peakAlive: string;
  readonly notes: readonly Note[];
}

/** Something that deploys nodes, or restarts the processes in them. */
export interface Platform {
  /** As in the topology's `platform`. */
  readonly id: string;
  readonly name: string;
  /** The first applies when none is given, unless the platform itself has no default. */
  readonly strategies: readonly PlatformStrategy[];
  readonly strategyRequired?: true;
  /** What a node of the topology is here, where that is not obvious. */
  readonly node?: string;
}
