/** Work that arrives at random (Poisson): checkouts that reach one process. */
export interface Workload {
  /** Checkouts per second, 0 or more. */
  readonly rate: number;
  /** Mean seconds that one keeps its connection, 0 or more. */
  readonly hold: number;
  /** Coefficient of variation of that time (standard deviation / mean), 0 or more: 0 constant, 1 exponential. */
  readonly cv: number;
}

/** The pool of one process as a queue: whoever finds every server busy waits, first come first served, as long as it takes. */
export interface System extends Workload {
  /** Connections of the pool, whole and at least 1; Infinity where nothing bounds it. */
  readonly servers: number;
}
