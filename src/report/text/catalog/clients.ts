import type { Client, ExtraConnection, PoolDefault, RuntimeDefault } from '../../../catalog/types.ts';
import { type CatalogEntry, type Fact, type Sheet, withNote } from './sheet.ts';

/** `HikariCP, JVM: 10`. */
export function clientEntry({ id, name, language, defaults: [newest] }: Client): CatalogEntry {
  return [id, `${name}, ${language}${newest === undefined ? '' : `: ${poolSize(newest)}`}`];
}

/** Default pools, hazards and other connections of a client. */
export const clientSheet = (client: Client): Sheet => ({
  title: `${client.name} (${client.language})`,
  usage: `client: ${client.id}`,
  evidence: client,
  parts: [
    { heading: `Default pool of one ${client.scope}`, facts: client.defaults.map(pool) },
    { heading: 'What a node runs by default', facts: client.runtime.map(runtime) },
    { heading: 'Settings', facts: client.settings.map(plain) },
    { heading: 'Hazards', facts: client.hazards.map(plain) },
    { heading: 'Connections outside the pool', facts: client.extras.map(extra) },
    { heading: 'Needs session state', facts: client.uses.map(plain) },
    {
      heading: 'Notes',
      facts: [...(client.eager ? ['The pool is filled at start and stays full.'] : []), ...client.notes].map(plain),
    },
  ],
});

const plain = (text: string): Fact => ({ text });

const pool = (each: PoolDefault): Fact => ({
  label: each.versions ?? 'all versions',
  text: withNote(poolSize(each), each.note),
});

function poolSize({ size, overflow = 0, min = 0 }: PoolDefault): string {
  const words = { unlimited: 'no limit', threads: 'one for each thread' };
  const most = size === null ? 'no fixed size' : typeof size === 'number' ? `${size} connections` : words[size];
  const more = [overflow > 0 ? `${overflow} overflow` : [], min > 0 ? `${min} kept open` : []].flat();
  return [most, ...more].join(', ');
}

const runtime = ({ versions, processes, threads, note }: RuntimeDefault): Fact => ({
  label: versions ?? 'all versions',
  text: withNote(`processes ${processes ?? 'vary'}, threads ${threads ?? 'vary'}`, note),
});

const extra = (each: ExtraConnection): Fact => ({
  label: each.name,
  text: withNote(
    `${each.count ?? 'unknown'} per ${each.per}${each.byDefault ? '' : ', only when asked for'}`,
    each.note,
  ),
  evidence: each,
});
