import { from } from '../evidence.ts';
import { clientsIn } from './table.ts';

/** Pools of Rust. */
export const rust = clientsIn('Rust', [
  {
    id: 'sqlx',
    name: 'sqlx',
    kind: 'pool',
    defaults: [{ versions: '0.8', size: 10 }],
    scope: 'pool object',
    settings: ['max_connections'],
    extras: [
      {
        name: 'PgListener',
        count: 1,
        per: 'process',
        byDefault: false,
        note: 'made with connect(); made with connect_with(pool) it keeps one connection of the pool instead',
        ...from('source code', 'launchbadge/sqlx: sqlx-postgres/src/listener.rs'),
      },
    ],
    ...from('source code', 'https://github.com/launchbadge/sqlx/blob/main/sqlx-core/src/pool/options.rs'),
  },
  {
    id: 'deadpool',
    name: 'deadpool',
    kind: 'pool',
    defaults: [
      { versions: '0.12.3 and later', size: null, note: '2 x logical CPUs' },
      { versions: '0.8 to 0.12.1', size: null, note: '4 x physical CPUs' },
    ],
    scope: 'pool object',
    settings: ['max_size'],
    hazards: ["The default grows with the machine's CPUs, by a formula that a patch release changed."],
    notes: ['It waits for a connection for ever by default. Which formula 0.12.2 has is not known.'],
    ...from(
      'source code',
      'https://docs.rs/crate/deadpool/0.12.1/source/src/unmanaged/config.rs',
      'https://docs.rs/crate/deadpool/0.12.3/source/src/util.rs',
      'https://docs.rs/crate/deadpool/latest/source/src/util.rs',
    ),
  },
  {
    id: 'bb8',
    name: 'bb8',
    kind: 'pool',
    defaults: [{ versions: null, size: 10 }],
    scope: 'pool object',
    settings: ['max_size'],
    ...from('source code', 'https://github.com/djc/bb8/blob/main/bb8/src/api.rs'),
  },
  {
    id: 'r2d2',
    name: 'r2d2 (Diesel)',
    kind: 'pool',
    defaults: [{ versions: '0.8', size: 10, min: 10 }],
    scope: 'pool object',
    settings: ['max_size', 'min_idle'],
    eager: true,
    notes: ['Without min_idle it keeps max_size connections open.'],
    ...from('source code', 'https://github.com/sfackler/r2d2/blob/master/src/config.rs'),
  },
  {
    id: 'diesel-async',
    name: 'diesel-async',
    kind: 'pool',
    defaults: [{ versions: null, size: null, note: 'that of the pool crate behind it: bb8, deadpool or mobc' }],
    scope: 'pool object',
    settings: ['the feature bb8, deadpool or mobc, and max_size there'],
    ...from('source code', 'https://github.com/weiznich/diesel_async/tree/main/src/pooled_connection'),
  },
]);
