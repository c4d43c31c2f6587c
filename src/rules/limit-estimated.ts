import type { EngineId } from '../catalog/types.ts';
import { amount } from '../words/figures.ts';
import { yaml } from './common/example.ts';
import type { Rule } from './types.ts';

/** How each server is asked for its limit. */
const question: Record<EngineId, string> = {
  postgres: 'SHOW max_connections',
  cockroachdb: 'SHOW CLUSTER SETTING server.max_connections_per_gateway',
  mysql: "SHOW VARIABLES LIKE 'max_connections'",
  mariadb: "SHOW VARIABLES LIKE 'max_connections'",
  sqlserver: 'SELECT @@MAX_CONNECTIONS',
  oracle: 'SHOW PARAMETER processes',
  other: 'the documentation of the server',
};

/** The verdict rests on a figure that the provider does not promise. */
export const limitEstimated: Rule = {
  id: 'limit-estimated',
  severity: 'info',
  summary: "a database's limit comes from its provider plan, and the figure is an estimate",
  why: 'Providers compute the limit from the memory that is left after their own share, and change it without notice. An estimate can be some percent off, either way.',
  remedy: 'Ask the server once and write the figure down as max_connections.',
  example: {
    fires: yaml`
      database: { plan: aws-rds-postgres/db.t2.small }
      services:
        web: { nodes: 2, pool: 5, deploy: none }
    `,
    silent: yaml`
      database: { plan: aws-rds-postgres/db.t2.small, max_connections: 198 }
      services:
        web: { nodes: 2, pool: 5, deploy: none }
    `,
  },
  check: (view) =>
    view.topology.databases.flatMap(({ name, engine, plan, maxConnections, estimated }) => {
      if (!estimated) return [];
      return [
        {
          on: `databases.${name}`,
          message: `max_connections ${amount(maxConnections)} of ${name}${plan === null ? '' : `, from ${plan},`} is an estimate`,
          remedy: () => `Ask the server (${question[engine]}) and set databases.${name}.max_connections to its answer.`,
          at: `databases.${name}.plan`,
        },
      ];
    }),
};
