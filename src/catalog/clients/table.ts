import type { Client } from './types.ts';

type Optional = 'language' | 'defaults' | 'runtime' | 'eager' | 'hazards' | 'extras' | 'uses' | 'notes';

/** A client as the tables write it: lists that are left out are empty, and it is not eager. */
export type ClientRow = Omit<Client, Optional> & Partial<Pick<Client, Optional>>;

/** The clients of one language; a row may name its own. */
export function clientsIn(language: string, rows: readonly ClientRow[]): readonly Client[] {
  return rows.map((row) => ({
    language,
    defaults: [],
    runtime: [],
    eager: false,
    hazards: [],
    extras: [],
    uses: [],
    notes: [],
    ...row,
  }));
}
