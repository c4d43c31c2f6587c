import type { DatabaseScenario } from '../budget/types.ts';
import type { Database } from '../topology/types.ts';
import { plural } from '../words/figures.ts';
import { yaml } from './common/example.ts';
import { scenariosBeyond } from './common/excess.ts';
import { addends, connections } from './common/words.ts';
import { declared, worstDeclared } from './remedies/ways-to-fit.ts';
import type { DatabaseView, Hit, Rule } from './types.ts';

/**
 * Connections that keep a server's cores busy: (cores x 2) + 1, the spindle counted as one
 * (https://wiki.postgresql.org/wiki/Number_Of_Database_Connections). It speaks of active connections.
 */
const busy = (cores: number): number => cores * 2 + 1;

/**
 * How many times as many may exist. With ten times as many the cores are full when one connection in ten is active;
 * most pools idle more than that. Before PostgreSQL 14 idle connections slow every snapshot down
 * (https://www.citusdata.com/blog/2020/10/08/analyzing-connection-scalability/), so half of that.
 */
const spread = ({ engine, version }: Database): number =>
  engine === 'postgres' && version !== null && version < 14 ? 5 : 10;

/** Far more connections than the cores can ever work on. */
export const tooManyBackendsForCores: Rule = {
  id: 'too-many-backends-for-cores',
  severity: 'warning',
  summary:
    'the worst case is more than 10 times (before PostgreSQL 14: 5 times) what keeps the cores busy, (cores x 2) + 1',
  why: 'A server works fastest with about (cores x 2) + 1 active connections. When one in ten of these is active that is reached already; more only wait for each other on the server, where the waiting costs more than in a pool.',
  remedy:
    'Put a pooler in transaction mode in front with a pool near (cores x 2) + 1, or make the pools smaller: requests wait in the pool instead, and finish sooner.',
  example: {
    fires: yaml`
      database: { max_connections: 500, version: 16, cores: 4 }
      services:
        web: { nodes: 10, pool: 30, deploy: none }
    `,
    silent: yaml`
      database: { max_connections: 500, version: 16, cores: 4 }
      services:
        web: { nodes: 10, pool: 9, deploy: none }
    `,
  },
  check: (view) => [...view.databases.values()].flatMap(tooMany),
};

function tooMany({ database, budget }: DatabaseView): Hit[] {
  const { name, cores, maxConnections } = database;
  const worst = worstDeclared(budget);
  if (cores === null || worst === null) return [];
  // The server never accepts more than its limit, whatever the pools ask for.
  const accepted = (scenario: DatabaseScenario) => Math.min(scenario.connections, maxConnections);
  const backends = accepted(worst);
  const made = backends < worst.connections ? 'all there are' : addends(worst.breakdown);
  const most = busy(cores) * spread(database);
  if (backends <= most) return [];
  return [
    {
      on: `databases.${name}`,
      scenario: worst.name,
      hidden: worst.connections === Infinity,
      message: `${worst.name} opens ${connections(backends)}: ${made}; ${busy(cores)} active ones keep the ${plural(cores, 'core')} of ${name} busy, (${cores} x 2) + 1: more than ${spread(database)} times as many`,
      excess: scenariosBeyond(declared(budget), most, accepted),
      remedy: () =>
        `A pooler in transaction mode with ${busy(cores)} server connections keeps the cores busy; at most ${connections(most)} altogether are few enough for this rule.`,
      at: `databases.${name}.cores`,
    },
  ];
}
