import type { Ratio, Topology } from '../../../topology/types.ts';
import { noun } from '../../../words/figures.ts';
import { listed } from '../../../words/lists.ts';
import { inPercent } from '../../../words/units.ts';
import type { From, PathPiece, StatedNumber } from './statement.ts';

/** A setting and its value, with its place: `pool 20 (topology.yml:4)`. */
export const keyed = (
  topology: Topology,
  path: string,
  key: string,
  value: number,
  unit?: '%' | 's',
): StatedNumber => ({
  key,
  value,
  unit,
  from: topology.origin(path),
});

/** A counted value with its place: `4 nodes (topology.yml:4)`. */
export const counted = (topology: Topology, path: string, value: number, one: string, many?: string): StatedNumber => ({
  value,
  noun: noun(value, one, many),
  from: topology.origin(path),
});

/** A number that no setting decides, and why it is what it is. */
export const ruled = (value: number, reason: string, unit?: 's'): StatedNumber => ({
  value,
  unit,
  from: { kind: 'rule', reason },
});

/** Where what is at a path comes from. */
export const place = (topology: Topology, path: string): PathPiece => ({ from: topology.origin(path) });

/** The same for a value that somebody estimates. */
export const estimate = (from: From): From =>
  from.kind === 'catalog' ? { ...from, reason: `${from.reason}, an estimate` } : from;

/** A share in percent, exact to the millionth. */
export const percentOf = ({ numerator, denominator }: Ratio): number => inPercent(numerator / denominator);

/** A factor, exact to the millionth. */
export const factorOf = ({ numerator, denominator }: Ratio): number => rounded(numerator / denominator);

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Names as a list: `web, jobs and bouncer`; beyond eight the first seven and how many more. */
export const namesOf = (names: readonly string[]): string => listed(names, 8);
