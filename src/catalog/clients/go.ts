import { from } from '../evidence.ts';
import { clientsIn } from './table.ts';

/** The standard library, pgx and GORM. */
export const go = clientsIn('Go', [
  {
    id: 'go-database-sql',
    name: 'database/sql',
    kind: 'pool',
    defaults: [{ versions: null, size: 'unlimited', note: 'MaxOpenConns 0 or negative' }],
    scope: 'pool object',
    settings: ['SetMaxOpenConns', 'SetMaxIdleConns'],
    hazards: [
      "It has no limit by default: only the program's own concurrency holds it back.",
      'Only 2 idle connections are kept by default, so a pool under load opens and closes them all the time.',
    ],
    ...from('source code', 'https://github.com/golang/go/blob/master/src/database/sql/sql.go'),
  },
  {
    id: 'pgxpool',
    name: 'pgxpool (pgx 4 and 5)',
    kind: 'pool',
    defaults: [{ versions: '4 and 5', size: null, note: 'max(4, runtime.NumCPU()): 4 on 2 CPUs, 16 on 16' }],
    scope: 'pool object',
    settings: ['pool_max_conns in the connection string', 'MaxConns', 'pool_min_conns'],
    hazards: [
      "NumCPU is probably the machine's, not the container's quota: the same pod opens 4 on a small host and 64 on one with 64 cores.",
    ],
    extras: [
      {
        name: 'connection outside the pool',
        count: 1,
        per: 'process',
        byDefault: false,
        note: 'one for each pgx.Connect or hijacked connection',
        ...from('inferred', 'jackc/pgx: pgxpool'),
      },
    ],
    notes: ['A LISTEN over Acquire keeps one connection of the pool for good.'],
    ...from('source code', 'https://github.com/jackc/pgx/blob/master/pgxpool/pool.go'),
  },
  {
    id: 'gorm',
    name: 'GORM',
    kind: 'pool',
    defaults: [{ versions: '2', size: 'unlimited', note: "database/sql's default" }],
    scope: 'pool object',
    settings: ['SetMaxOpenConns on db.DB()'],
    hazards: ['It has no limit by default, and each gorm.Open makes another pool.'],
    ...from('inferred', 'https://github.com/go-gorm/gorm/blob/master/gorm.go'),
  },
]);
