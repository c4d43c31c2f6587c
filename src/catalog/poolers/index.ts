import { gcpManagedPooling } from './gcp-managed-pooling.ts';
import { haproxy } from './haproxy.ts';
import { azurePgbouncer, herokuPgbouncer } from './hosted-pgbouncer.ts';
import { maxscale, proxysql } from './mysql.ts';
import { odyssey } from './odyssey.ts';
import { pgbouncer } from './pgbouncer.ts';
import { pgcat } from './pgcat.ts';
import { pgdog } from './pgdog.ts';
import { pgpool } from './pgpool.ts';
import { rdsProxy } from './rds-proxy.ts';
import { supavisor } from './supavisor.ts';
import type { PoolerKind } from './types.ts';

/** Every kind of pooler the catalog knows, the most used first. */
export const poolers: readonly PoolerKind[] = [
  pgbouncer,
  pgcat,
  odyssey,
  pgdog,
  supavisor,
  pgpool,
  rdsProxy,
  gcpManagedPooling,
  azurePgbouncer,
  herokuPgbouncer,
  proxysql,
  maxscale,
  haproxy,
];

const byId: ReadonlyMap<string, PoolerKind> = new Map(poolers.map((pooler) => [pooler.id, pooler]));

/** The kind with this id, or null. */
export function findPooler(id: string): PoolerKind | null {
  return byId.get(id) ?? null;
}
