import type { Cut } from '../../../budget/derivation/types.ts';
import { noun } from '../../../words/figures.ts';
import { keyed } from './given.ts';
import {
  clientsTerm,
  declared,
  minTerm,
  moreClients,
  type PoolerContext,
  poolTerm,
  totalLimit,
} from './pooler-terms.ts';
import { because, type Statement, say, sumOf } from './statement.ts';

/** The statements from the last bound back to the pools of the pairs. */
export function pairStatements(context: PoolerContext): Statement[] {
  const { flow, processes } = context;
  const { connections, cuts, throughPairs, throughStated, perProcess } = flow;
  const statements: Statement[] = [];
  if (connections < throughStated) {
    const limit = totalLimit(context);
    const bound = say`min(${throughStated}, ${processes} x ${limit.term})`;
    const why = context.pooler.serverLimit === perProcess ? '' : ': a session each, and no more sessions than clients';
    statements.push(because(say`${connections} = ${bound}${why}`, limit.because));
  }
  if (throughStated !== throughPairs) statements.push(statedStatement(context));
  if (cuts.length === 0) statements.push(because(say`its pools are empty, so it opens none`));
  if (cuts.length > 1) {
    const terms = cuts.map((cut) => say`${cut.connections} ${nameOf(cut)}`);
    statements.push(because(say`${throughPairs} = ${sumOf(terms)}`));
  }
  return [...statements, ...cuts.map((cut) => cutStatement(context, cut))];
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

function cutStatement(context: PoolerContext, cut: Cut): Statement {
  const { topology, pooler, processes } = context;
  const path = `poolers.${pooler.name}`;
  const total = say`${cut.connections} ${nameOf(cut)}`;
  switch (cut.kind) {
    case 'pair':
      return pairStatement(context, cut);
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
  context: PoolerContext,
  { dbname, clients, connections, ...cut }: Extract<Cut, { kind: 'pair' }>,
): Statement {
  const { processes, flow } = context;
  const pool = poolTerm(context, dbname);
  const min = minTerm(context, dbname);
  const wanted = min === null ? say`${clientsTerm(clients)}` : say`max(${clientsTerm(clients)}, ${processes} x ${min})`;
  const size = pool.size * flow.processes;
  const why =
    clients > connections
      ? moreClients
      : clients < connections
        ? ': kept open without clients'
        : clients < size
          ? ': one for each client'
          : '';
  return because(
    say`${connections} ${nameOf({ ...cut, dbname, clients, connections })} = min(${wanted}, ${processes} x ${pool.term})${why}`,
    clientsOfPair(context, cut.user, dbname),
    pool.because,
  );
}

/** The clients of a pair where several services have some and it is not the only pair. */
function clientsOfPair({ clients }: PoolerContext, user: string, dbname: string): Statement[] {
  const own = clients.filter((each) => each.user === user && each.dbname === dbname);
  if (own.length === clients.length || own.length < 2) return [];
  const all = own.reduce((sum, { connections }) => sum + connections, 0);
  const terms = own.map(({ nodeCount, connections }) => say`${connections} ${nodeCount.name}`);
  return [because(say`${clientsTerm(all)} as ${user} on ${dbname} = ${sumOf(terms)}`)];
}

/** What the number of pairs that the file states makes of those that services declare. */
function statedStatement(context: PoolerContext): Statement {
  const { topology, pooler, flow, processes } = context;
  const { throughPairs, throughStated, declaredPairs, clients, largestPools } = flow;
  const stated = keyed(topology, `poolers.${pooler.name}.pairs`, 'pairs', pooler.pairs ?? 0);
  if (largestPools.length > 0) {
    const pools = largestPools.map(({ dbname }) => poolTerm(context, dbname));
    const all = pools.reduce((sum, { size }) => sum + size, 0);
    return because(
      say`${throughStated} = min(${throughPairs}, ${processes} x ${all}): no more than the largest pools of ${stated}`,
      because(say`${all} a process = ${sumOf(pools.map(({ term }) => term))}`, ...pools.map((pool) => pool.because)),
    );
  }
  const more = (pooler.pairs ?? 0) - declaredPairs.length;
  const pool = poolTerm(context, '');
  return because(
    say`${throughStated} = max(${throughPairs}, min(${throughPairs} + ${processes} x ${more} ${noun(more, 'pair')} x ${pool.term}, ${clientsTerm(clients)}))`,
    because(say`${more} more = ${stated} - ${declared(flow)}`),
    pool.because,
  );
}
