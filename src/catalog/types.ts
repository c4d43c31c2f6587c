export type * from './clients/types.ts';
export type * from './engines/types.ts';
export type { Certainty, Evidence, Note } from './evidence.ts';
export type { Feature, FeatureId } from './features.ts';
export type * from './platforms/types.ts';
export type * from './poolers/types.ts';
export type * from './providers/types.ts';
