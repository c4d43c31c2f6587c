import { yaml } from './common/example.ts';
import { limitsReached } from './common/limit-reached.ts';
import type { Rule } from './types.ts';

/** A logical database's own limit is lower than what services may open to it. */
export const logicalDatabaseOverLimit: Rule = {
  id: 'logical-database-over-limit',
  severity: 'error',
  summary: 'services open more connections to a logical database than its CONNECTION LIMIT allows',
  why: 'The server refuses connections to that database (SQLSTATE 53300) while it still has some to give: the pools never reach their size, and the server looks half empty meanwhile.',
  remedy: "Raise the logical database's CONNECTION LIMIT to its worst case, or make the pools smaller.",
  example: {
    fires: yaml`
      database: { max_connections: 100, database_limits: { shop: 40 } }
      services:
        web: { nodes: 4, pool: 15, dbname: shop, deploy: none }
    `,
    silent: yaml`
      database: { max_connections: 100, database_limits: { shop: 60 } }
      services:
        web: { nodes: 4, pool: 15, dbname: shop, deploy: none }
    `,
  },
  check: (view) =>
    limitsReached(view, {
      uses: ({ logicalDatabases }) => logicalDatabases,
      noun: 'logical database',
      key: 'database_limits',
      statement: (name, limit) => `ALTER DATABASE ${name} CONNECTION LIMIT ${limit}`,
    }),
};
