import type { Severity } from './types.ts';

/** How severities compare: more is graver. */
export const weight: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };
