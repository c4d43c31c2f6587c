import { cockroachdb } from './cockroachdb.ts';
import { mariadb } from './mariadb.ts';
import { mysql } from './mysql.ts';
import { oracle } from './oracle.ts';
import { other } from './other.ts';
import { postgres } from './postgres.ts';
import { sqlserver } from './sqlserver.ts';
import type { Engine, EngineId } from './types.ts';

/** Every database engine the catalog knows. */
export const engines: Readonly<Record<EngineId, Engine>> = {
  postgres,
  mysql,
  mariadb,
  sqlserver,
  oracle,
  cockroachdb,
  other,
};
