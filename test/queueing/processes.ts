import fc from 'fast-check';

/** Some alike processes: connections of each, its load in eighths, and how many there are. */
export interface Processes {
  readonly servers: number;
  readonly eighths: number;
  readonly count: number;
}

/** Processes that keep up with their load. */
export const processes = (mostServers: number, mostCount: number): fc.Arbitrary<Processes> =>
  fc
    .tuple(
      fc.integer({ min: 1, max: mostServers }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.integer({ max: mostCount, min: 1 }),
    )
    .map(([servers, utilization, count]) => ({ servers, eighths: Math.floor(utilization * servers * 8), count }));
