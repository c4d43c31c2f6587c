import type { PooledDerivation, PoolerFlow } from '../../../budget/derivation/types.ts';
import type { Pooler, Topology } from '../../../topology/types.ts';
import { noun } from '../../../words/figures.ts';
import { keyed, namesOf, ruled } from './given.ts';
import { because, type Piece, type StatedNumber, type Statement, say } from './statement.ts';

/** A pooler in the sentences about what it passes on. */
export interface PoolerContext {
  readonly topology: Topology;
  readonly pooler: Pooler;
  readonly flow: PoolerFlow;
  readonly clients: PooledDerivation['clients'];
  /** `3 processes`. */
  readonly processes: readonly Piece[];
}

/** The pool of a pair in one process: the size that its entry or the pooler sets, and the reserve. */
export function poolTerm({ topology, pooler }: PoolerContext, dbname: string) {
  const setting = entrySetting(topology, pooler, dbname);
  const size = setting('pool_size', 'poolSize', pooler.poolSize);
  const reserve = setting('reserve_pool_size', 'reservePoolSize', pooler.reservePoolSize);
  const total = size.value + reserve.value;
  if (reserve.value === 0) return { size: total, term: [size] as readonly Piece[], because: [] };
  return { size: total, term: say`${total}`, because: [because(say`${total} a process = ${size} + ${reserve}`)] };
}

/** What a pool keeps open however few its clients are; null: nothing. */
export function minTerm({ topology, pooler }: PoolerContext, dbname: string): StatedNumber | null {
  const min = entrySetting(topology, pooler, dbname)('min_pool_size', 'minPoolSize', pooler.minPoolSize);
  return min.value === 0 ? null : min;
}

/** A setting of the entry for a logical database where it has one, else of the pooler. */
function entrySetting(topology: Topology, pooler: Pooler, dbname: string) {
  const entry = pooler.databases.find((each) => each.dbname === dbname);
  const path = `poolers.${pooler.name}`;
  return (
    role: 'pool_size' | 'min_pool_size' | 'reserve_pool_size',
    field: 'poolSize' | 'minPoolSize' | 'reservePoolSize',
    usual: number,
  ): StatedNumber => {
    const own = entry?.[field] ?? null;
    if (own !== null) return keyed(topology, `${path}.databases.${dbname}.${role}`, role, own);
    const key = pooler.settings[role] ?? role;
    return keyed(topology, `${path}.${key}`, key, usual);
  };
}

/** The most of one process, all pairs together. */
export function totalLimit({ topology, pooler, flow }: PoolerContext): {
  term: readonly Piece[];
  because: Statement[];
} {
  const path = `poolers.${pooler.name}`;
  const limit = flow.perProcess;
  const { percent_of_database: percentKey, server_limit: serverKey, client_limit: clientKey } = pooler.settings;
  if (pooler.percentOfDatabase !== null && percentKey !== undefined) {
    const database = topology.databases.find(({ name }) => name === pooler.to);
    const all = keyed(
      topology,
      `databases.${pooler.to}.max_connections`,
      'max_connections',
      database?.maxConnections ?? 0,
    );
    const percent = keyed(topology, `${path}.${percentKey}`, percentKey, pooler.percentOfDatabase, '%');
    return { term: say`${limit}`, because: [because(say`${limit} a process = floor(${all} x ${percent})`)] };
  }
  const key = (pooler.serverLimit === limit ? serverKey : clientKey) ?? 'server limit';
  return { term: [keyed(topology, `${path}.${key}`, key, limit)], because: [] };
}

/** How many pairs services declare, and which. */
export const declared = ({ declaredPairs }: PoolerFlow): StatedNumber =>
  ruled(
    declaredPairs.length,
    `declared by services: ${namesOf(declaredPairs.map(({ user, dbname }) => `${user} on ${dbname}`))}`,
  );

export const clientsTerm = (count: number): Piece[] => say`${count} ${noun(count, 'client')}`;

export const moreClients = ': its clients could use more';
