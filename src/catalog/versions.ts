import type { VersionRange } from './types.ts';

/** True when a major version lies in the range; an unknown version (null) lies in every range. */
export const appliesTo = ({ since, until }: VersionRange, version: number | null): boolean =>
  version === null || ((since === undefined || version >= since) && (until === undefined || version <= until));
