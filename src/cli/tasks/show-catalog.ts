import { clients } from '../../catalog/clients/index.ts';
import { engines } from '../../catalog/engines/index.ts';
import { platforms } from '../../catalog/platforms/index.ts';
import { poolers } from '../../catalog/poolers/index.ts';
import { providers } from '../../catalog/providers/index.ts';
import { screen } from '../../io/terminal.ts';
import { printResult } from '../../io/write.ts';
import { clientEntry, clientSheet } from '../../report/text/catalog/clients.ts';
import { engineEntry, engineSheet } from '../../report/text/catalog/engines.ts';
import { platformEntry, platformSheet } from '../../report/text/catalog/platforms.ts';
import { poolerEntry, poolerSheet } from '../../report/text/catalog/poolers.ts';
import { providerEntry, providerSheet } from '../../report/text/catalog/providers.ts';
import { type CatalogEntry, renderEntries, renderSheet, type Sheet } from '../../report/text/catalog/sheet.ts';
import { unknownName } from '../failures/usage-error.ts';

/** A part of the catalog: what it is for, and its rows for a person. */
interface Part {
  readonly about: string;
  readonly entries: readonly CatalogEntry[];
  readonly sheet: (name: string) => Sheet | undefined;
}

function part<Row extends { readonly id: string }>(
  about: string,
  rows: readonly Row[],
  entry: (row: Row) => CatalogEntry,
  sheet: (row: Row) => Sheet,
): Part {
  const find = (name: string) => rows.find(({ id }) => id === name);
  return {
    about,
    entries: rows.map(entry),
    sheet: (name) => {
      const row = find(name);
      return row && sheet(row);
    },
  };
}

const parts: ReadonlyMap<string, Part> = new Map([
  ['engines', part('databases.NAME.engine', Object.values(engines), engineEntry, engineSheet)],
  ['providers', part('databases.NAME.plan', providers, providerEntry, providerSheet)],
  ['poolers', part('poolers.NAME.kind', poolers, poolerEntry, poolerSheet)],
  ['clients', part('services.NAME.client', clients, clientEntry, clientSheet)],
  ['platforms', part('deploy.platform', platforms, platformEntry, platformSheet)],
]);

/** Prints what the catalog has: its parts, the rows of one, or one row. Throws UsageError for a name it does not have. */
export async function showCatalog(kind: string | undefined, name: string | undefined): Promise<void> {
  const look = screen(process.stdout);
  if (kind === undefined) {
    const entries = [...parts].map(
      ([id, { about, entries }]): CatalogEntry => [id, `${entries.length} names for ${about}`],
    );
    return printResult(renderEntries(entries, look));
  }
  const part = parts.get(kind);
  if (part === undefined) throw unknownName('kind', kind, [...parts.keys()]);
  if (name === undefined) return printResult(renderEntries(part.entries, look));
  const sheet = part.sheet(name);
  if (sheet === undefined)
    throw unknownName(
      kind.slice(0, -1),
      name,
      part.entries.map(([id]) => id),
    );
  await printResult(renderSheet(sheet, look));
}
