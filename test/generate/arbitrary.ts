import fc from 'fast-check';
import type { Topology } from '../../src/topology/types.ts';
import { topologyOf } from './source.ts';

/** What ends, opens or means something in one of the formats. */
const hostile = [
  '"',
  "'",
  '\\',
  '*/',
  '#{1}',
  '$' + '{X}',
  '{{ x }}',
  '<%= x %>',
  '%>',
  '`',
  ';',
  '--',
  '\u2028',
  '= ',
  '#',
  ': ',
  '\\n',
  '$$',
  '[x]',
  '%s',
];

const label = fc
  .array(
    fc.oneof(fc.constantFrom(...hostile), fc.string({ maxLength: 3 }), fc.string({ unit: 'grapheme', maxLength: 2 })),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => parts.join(''))
  .filter((text) => /^[^\p{C}\p{Z}](?:[^\p{C}]{0,60}[^\p{C}\p{Z}])?$/u.test(text) && Buffer.byteLength(text) < 60)
  // What stands for a lost character is refused.
  .filter((text) => !text.includes('\ufffd'));

const name = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,8}$/).filter((text) => !(text in {}));

/** A path that no file of a careful person has. */
const path = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 12 })
  .map((text) => `${text}\ncoding: latin-1 */ <%= 1 %> "'`);

const size = fc.integer({ min: 1, max: 9 });

/** Topologies whose every text is as odd as a topology file lets it be. `dbname`: what logical databases are called. */
export const hostileTopologies = (dbname: fc.Arbitrary<string> = label): fc.Arbitrary<Topology> =>
  fc
    .record({
      path,
      names: fc.uniqueArray(name, {
        minLength: 4,
        maxLength: 6,
        selector: (text) => text.toUpperCase().replace(/\W/g, '_'),
      }),
      pools: fc.uniqueArray(name, { minLength: 2, maxLength: 2, selector: (text) => text.toUpperCase() }),
      users: fc.array(label, { minLength: 6, maxLength: 6 }),
      dbnames: fc.array(dbname, { minLength: 6, maxLength: 6 }),
      sizes: fc.array(fc.record({ size, overflow: fc.integer({ min: 0, max: 3 }) }), { minLength: 6, maxLength: 6 }),
      others: fc.dictionary(label, fc.integer({ min: 0, max: 3 }), { maxKeys: 2, noNullPrototype: true }),
      mode: fc.constantFrom('session', 'transaction'),
    })
    .map(({ path, names: [server = '', pooler = '', ...services], pools, users, dbnames, sizes, others, mode }) => {
      const target = (index: number) => ({ user: users[index], dbname: dbnames[index] });
      const file = {
        databases: { [server]: { max_connections: 5000, version: 17, other_clients: others } },
        poolers: { [pooler]: { mode, max_client_conn: 1000, default_pool_size: 7, deploy: 'none' } },
        services: Object.fromEntries(
          services.map((service, index) => [
            service,
            {
              nodes: 2,
              deploy: { surge_factor: 1.5 },
              to: index % 2 === 0 ? server : pooler,
              ...target(index),
              pools: {
                [pools[0] as string]: sizes[index],
                [pools[1] as string]: { ...sizes[index + 1], ...target(index + 1) },
              },
            },
          ]),
        ),
      };
      return topologyOf(JSON.stringify(file), path);
    });

/** Names that PgBouncer can be told of. */
export const plainNames = fc
  .stringMatching(/^[A-Za-z0-9_.-]{1,20}$/)
  .filter((text) => text !== 'pgbouncer' && !(text in {}));
