import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { findPlatform, findStrategy } from '../../src/catalog/platforms/index.ts';
import { toAmount, toOverlap } from '../../src/topology/deploy/overlap.ts';
import { findParameter, readValue } from '../../src/topology/deploy/values.ts';
import type { Amount, Rolling } from '../../src/topology/types.ts';

/** A published table of inputs and what a platform makes of them. */
interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** A row of a vector file, by column. */
// biome-ignore lint/suspicious/noExplicitAny: every table has columns of its own
export type Row = Record<string, any>;

/** The rows of one table of `fixtures/vectors/FILE.yml`, each with a `title` for its test. */
export function vectors(file: string, table: string): Row[] {
  const tables = load(readFileSync(`fixtures/vectors/${file}.yml`, 'utf8')) as Record<string, Table>;
  const { columns, rows } = tables[table] ?? { columns: [], rows: [] };
  return rows.map((row) => ({
    title: JSON.stringify(row),
    ...Object.fromEntries(columns.map((column, index) => [column, row[index]])),
  }));
}

/** An amount as the catalog has it for a parameter; null, a missing value, counts as none instead of the default. */
export function amountFor(platform: string, strategy: string, key: string, written: unknown): Amount {
  return toAmount({ from: key }, valuesOf(platform, strategy, { [key]: written }));
}

/** A rolling replacement as the catalog has it, missing values counting as none; null where a value is none at all. */
export function rollingFor(platform: string, strategy: string, written: Row): Rolling | null {
  const values = valuesOf(platform, strategy, written);
  const overlap = toOverlap(strategyOf(platform, strategy).overlap, values, 1);
  if (overlap.kind !== 'rolling') throw new Error(`${platform} ${strategy} does not roll`);
  const wrong = Object.entries(written).some(([key, value]) => value !== null && values.value(key) === null);
  return wrong ? null : overlap;
}

function valuesOf(platform: string, strategy: string, written: Row) {
  const parameter = (key: string) => findParameter(strategyOf(platform, strategy), key);
  const value = (key: string) => {
    const known = parameter(key);
    return known === undefined || (written[key] ?? null) === null ? null : readValue(known, written[key]);
  };
  return { parameter, value };
}

function strategyOf(id: string, word: string) {
  const platform = findPlatform(id);
  const strategy = platform === null ? null : findStrategy(platform, word);
  if (strategy === null) throw new Error(`the catalog has no ${id} ${word}`);
  return strategy;
}
