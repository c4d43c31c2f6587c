import type { Cut, Passage, PooledAccount } from '../../budget/types.ts';
import type { Pooler, Topology } from '../../topology/types.ts';
import { counted, keyed, listed, ruled } from './given.ts';
import { nodesAliveTerm } from './nodes.ts';
import { because, type Figure, noun, type Piece, type Statement, say, sumOf } from './statement.ts';

/** A pooler in the sentences about what it passes on. */
interface Ground {
  readonly topology: Topology;
  readonly pooler: Pooler;
  readonly passage: Passage;
  readonly clients: PooledAccount['clients'];
  /** `3 processes`. */
  readonly processes: readonly Piece[];
}

/** How the server connections of a pooler come about, and why they are no more. */
export function passageStatements(
  topology: Topology,
  pooler: Pooler,
  { presence, passage, clients }: PooledAccount,
): Statement[] {
  const processes = say`${passage.processes} ${noun(passage.processes, 'process', 'processes')}`;
  const ground: Ground = { topology, pooler, passage, clients, processes };
  const alive = processesStatement(topology, pooler, presence, passage.processes);
  if (passage.clients === 0) return [because(say`no client uses it, so it opens none`)];
  if (passage.processes === 0) return [because(say`none of its processes is alive, so it opens none`), alive];
  if (pooler.counting === 'children') return [childrenStatement(ground), alive];
  if (pooler.counting !== 'pairs') {
    const { connections, clients } = passage;
    const limit = totalLimit(ground);
    return [
      because(say`${connections} = min(${clientsTerm(clients)}, ${processes} x ${limit.term})`, limit.because),
      alive,
    ];
  }
  return [...pairStatements(ground), alive];
}

/** Processes that have pools: `3 processes = 3 nodes x 1 process (default)`. */
export function processesStatement(
  topology: Topology,
  pooler: Pooler,
  presence: PooledAccount['presence'],
  processes: number,
): Statement {
  const nodes = nodesAliveTerm(topology, `poolers.${pooler.name}`, presence);
  const total = say`${processes} ${noun(processes, 'process', 'processes')}`;
  if (pooler.per === 'cluster')
    return because(say`${total} = min(1, ${nodes.term}): all of ${pooler.kind} shares its pools`, nodes.because);
  const each = counted(topology, `poolers.${pooler.name}.processes`, pooler.processes, 'process', 'processes');
  return because(say`${total} = ${nodes.term} x ${each}`, nodes.because);
}

/** The statements from the last bound back to the pools of the pairs. */
function pairStatements(ground: Ground): Statement[] {
  const { passage, processes } = ground;
  const { connections, cuts, throughPairs, throughStated, perProcess } = passage;
  const statements: Statement[] = [];
  if (connections < throughStated) {
    const limit = totalLimit(ground);
    const bound = say`min(${throughStated}, ${processes} x ${limit.term})`;
    const why = ground.pooler.serverLimit === perProcess ? '' : ': a session each, and no more sessions than clients';
    statements.push(because(say`${connections} = ${bound}${why}`, limit.because));
  }
  if (throughStated !== throughPairs) statements.push(statedStatement(ground));
  if (cuts.length === 0) statements.push(because(say`its pools are empty, so it opens none`));
  if (cuts.length > 1) {
    const terms = cuts.map((cut) => say`${cut.connections} ${nameOf(cut)}`);
    statements.push(because(say`${throughPairs} = ${sumOf(terms)}`));
  }
  return [...statements, ...cuts.map((cut) => cutStatement(ground, cut))];
}

const nameOf = (cut: Cut): string => {
  switch (cut.kind) {
    case 'pair':
      return `for ${cut.user} on ${cut.dbname}`;
    case 'user':
      return `for ${cut.user} on every database`;
    case 'database':
      return `for every user on ${cut.dbname}`;
  }
};

function cutStatement(ground: Ground, cut: Cut): Statement {
  const { topology, pooler, processes } = ground;
  const path = `poolers.${pooler.name}`;
  const total = say`${cut.connections} ${nameOf(cut)}`;
  switch (cut.kind) {
    case 'pair':
      return pairStatement(ground, cut);
    case 'user': {
      const key = pooler.settings.user_limit ?? 'user limit';
      return because(say`${total} = ${processes} x ${keyed(topology, `${path}.${key}`, key, cut.perProcess)}`);
    }
    case 'database': {
      const own = pooler.databases.find(({ dbname }) => dbname === cut.dbname)?.maxDbConnections != null;
      const key = own ? 'max_db_connections' : (pooler.settings.database_limit ?? 'database limit');
      const at = own ? `${path}.databases.${cut.dbname}.${key}` : `${path}.${key}`;
      return because(say`${total} = ${processes} x ${keyed(topology, at, key, cut.perProcess)}`);
    }
  }
}

function pairStatement(
  ground: Ground,
  { dbname, clients, connections, ...cut }: Extract<Cut, { kind: 'pair' }>,
): Statement {
  const { processes, passage } = ground;
  const pool = poolTerm(ground, dbname);
  const min = minTerm(ground, dbname);
  const wanted = min === null ? say`${clientsTerm(clients)}` : say`max(${clientsTerm(clients)}, ${processes} x ${min})`;
  const size = pool.size * passage.processes;
  const why = clients > connections ? ': its clients could use more' : clients < size ? ': one for each client' : '';
  return because(
    say`${connections} ${nameOf({ ...cut, dbname, clients, connections })} = min(${wanted}, ${processes} x ${pool.term})${why}`,
    clientsOfPair(ground, cut.user, dbname),
    pool.because,
  );
}

/** The clients of a pair where several services have some and it is not the only pair. */
function clientsOfPair({ clients }: Ground, user: string, dbname: string): Statement[] {
  const own = clients.filter((each) => each.user === user && each.dbname === dbname);
  if (own.length === clients.length || own.length < 2) return [];
  const all = own.reduce((sum, { connections }) => sum + connections, 0);
  const terms = own.map(({ presence, connections }) => say`${connections} ${presence.name}`);
  return [because(say`${clientsTerm(all)} as ${user} on ${dbname} = ${sumOf(terms)}`)];
}

/** The pool of a pair in one process: the size that its entry or the pooler sets, and the reserve. */
function poolTerm({ topology, pooler }: Ground, dbname: string) {
  const setting = entrySetting(topology, pooler, dbname);
  const size = setting('pool_size', 'poolSize', pooler.poolSize);
  const reserve = setting('reserve_pool_size', 'reservePoolSize', pooler.reservePoolSize);
  const total = size.value + reserve.value;
  if (reserve.value === 0) return { size: total, term: [size] as readonly Piece[], because: [] };
  return { size: total, term: say`${total}`, because: [because(say`${total} a process = ${size} + ${reserve}`)] };
}

function minTerm({ topology, pooler }: Ground, dbname: string): Figure | null {
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
  ): Figure => {
    const own = entry?.[field] ?? null;
    if (own !== null) return keyed(topology, `${path}.databases.${dbname}.${role}`, role, own);
    const key = pooler.settings[role] ?? role;
    return keyed(topology, `${path}.${key}`, key, usual);
  };
}

/** What the number of pairs that the file states makes of those that services declare. */
function statedStatement(ground: Ground): Statement {
  const { topology, pooler, passage, processes } = ground;
  const { throughPairs, throughStated, declaredPairs, clients, largestPools } = passage;
  const stated = keyed(topology, `poolers.${pooler.name}.pairs`, 'pairs', pooler.pairs ?? 0);
  if (largestPools.length > 0) {
    const pools = largestPools.map(({ dbname }) => poolTerm(ground, dbname));
    const all = pools.reduce((sum, { size }) => sum + size, 0);
    return because(
      say`${throughStated} = min(${throughPairs}, ${processes} x ${all}): no more than the largest pools of ${stated}`,
      because(say`${all} a process = ${sumOf(pools.map(({ term }) => term))}`, ...pools.map((pool) => pool.because)),
    );
  }
  const more = (pooler.pairs ?? 0) - declaredPairs.length;
  const pool = poolTerm(ground, '');
  return because(
    say`${throughStated} = max(${throughPairs}, min(${throughPairs} + ${processes} x ${more} ${noun(more, 'pair')} x ${pool.term}, ${clientsTerm(clients)}))`,
    because(say`${more} more = ${stated} - ${declared(passage)}`),
    pool.because,
  );
}

/** The most of one process, all pairs together. */
function totalLimit({ topology, pooler, passage }: Ground): { term: readonly Piece[]; because: Statement[] } {
  const path = `poolers.${pooler.name}`;
  const limit = passage.perProcess;
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

/** Every child keeps a connection for each pair it ever served. */
function childrenStatement({ topology, pooler, passage, processes }: Ground): Statement {
  const path = `poolers.${pooler.name}`;
  const { children: childrenKey = 'children', pools_per_child: poolsKey = 'pools' } = pooler.settings;
  const children = keyed(topology, `${path}.${childrenKey}`, childrenKey, pooler.maxClientConn);
  const each = pooler.maxClientConn === 0 ? 0 : pooler.serverLimit / pooler.maxClientConn;
  const pools = keyed(topology, `${path}.${poolsKey}`, poolsKey, each);
  const stated = pooler.pairs === null ? declared(passage) : keyed(topology, `${path}.pairs`, 'pairs', pooler.pairs);
  const pairs = pooler.pairs ?? passage.declaredPairs.length;
  return because(
    say`${passage.connections} = ${processes} x ${children} x min(${pools}, ${pairs} ${noun(pairs, 'pair')})`,
    because(say`${pairs} ${noun(pairs, 'pair')} = ${stated}`),
  );
}

/** How many pairs services declare, and which. */
const declared = ({ declaredPairs }: Passage): Figure =>
  ruled(
    declaredPairs.length,
    `declared by services: ${listed(declaredPairs.map(({ user, dbname }) => `${user} on ${dbname}`))}`,
  );

const clientsTerm = (count: number): Piece[] => say`${count} ${noun(count, 'client')}`;
