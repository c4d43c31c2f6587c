import type { Certainty } from './evidence.ts';

const estimates: ReadonlySet<Certainty> = new Set(['third-party copy', 'observed', 'third-party claim', 'inferred']);

/** True when a figure of this certainty must be shown as an estimate: nobody read or measured it at its origin. */
export const isEstimate = (certainty: Certainty): boolean => estimates.has(certainty);
