import { yaml } from './common/example.ts';
import { addends, capacity, connections } from './common/words.ts';
import { waysToFit, worstDeclared } from './remedies/ways-to-fit.ts';
import type { Rule } from './types.ts';

/** Connections of the remedy's `other_clients`. */
const forOperators = 5;

/** Services may take every connection, and nobody has counted the people and the monitoring. */
export const noOperatorSlots: Rule = {
  id: 'no-operator-slots',
  severity: 'warning',
  summary:
    'services can take every connection that is not for superusers, and nothing is declared or reserved for people and monitoring',
  why: 'In the minute when all connections are taken you want to look at the database, and so does the exporter: both are refused, unless someone uses the superuser for it.',
  remedy:
    'Declare who else connects under other_clients and make room for them, or reserve slots with reserved_connections (PostgreSQL 16 and later) and make the pools smaller by as many.',
  example: {
    fires: yaml`
      database: { max_connections: 103 }
      services:
        web: { nodes: 5, pool: 20, deploy: none }
    `,
    silent: yaml`
      database: { max_connections: 103, other_clients: { psql: 3, exporter: 2 } }
      services:
        web: { nodes: 5, pool: 17, deploy: none }
    `,
  },
  check: (view) =>
    [...view.databases.values()].flatMap(({ database, budget }) => {
      const worst = worstDeclared(budget);
      const provided = database.reserved > 0 || database.otherClients.length > 0;
      if (provided || worst === null || budget.allowed > worst.connections) return [];
      return [
        {
          on: `databases.${database.name}`,
          scenario: worst.name,
          hidden: !worst.fits,
          message: `${worst.name} opens ${connections(worst.connections)}: ${addends(worst.breakdown)}; ${capacity(database, budget)}: none is left for people and monitoring, and other_clients names nobody`,
          remedy: () =>
            `Declare who else connects, such as other_clients: { psql: 3, exporter: 2 }, and make room for them. ${waysToFit(view, database.name, forOperators)}`,
        },
      ];
    }),
};
