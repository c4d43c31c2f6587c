import { decimal, duration } from '../words/units.ts';
import { yaml } from './common/example.ts';
import { throughout } from './common/excess.ts';
import type { Rule } from './types.ts';

/** A connection that waits, checked out, for somebody else's answer. */
export const transactionHeldAcrossCalls: Rule = {
  id: 'transaction-held-across-calls',
  severity: 'warning',
  summary: 'a service keeps its connection checked out while it calls other services (`traffic.external`)',
  why: "By Little's law the connections in use are the checkouts per second times the time each is held. The time spent waiting for others counts like work, and grows with every slow day of theirs.",
  remedy:
    'Make the call before the transaction begins or after it ends, so that the connection goes back to the pool meanwhile.',
  example: {
    fires: yaml`
      database: { max_connections: 100 }
      services:
        checkout:
          nodes: 4
          pool: 20
          deploy: none
          traffic: { rate: 200/s, hold: 250ms, external: 200ms }
    `,
    silent: yaml`
      database: { max_connections: 100 }
      services:
        checkout:
          nodes: 4
          pool: 20
          deploy: none
          traffic: { rate: 200/s, hold: 50ms }
    `,
  },
  check: (view) =>
    view.topology.services.flatMap(({ name, traffic }) => {
      if (traffic === null || traffic.external <= 0 || traffic.rate <= 0) return [];
      const { rate, hold, external } = traffic;
      const own = hold - external;
      return [
        {
          on: `services.${name}`,
          message: `${name} holds a connection for ${duration(hold)}, ${duration(external)} of it calling other services: at ${decimal(rate)}/s that is ${decimal(rate * hold)} connections in use on average instead of ${decimal(rate * own)}, ${decimal(rate * external)} for waiting`,
          excess: throughout(rate * external),
          remedy: () =>
            `With the call outside of the transaction, hold is ${duration(own)} and ${decimal(rate * own)} connections do the same work.`,
          at: `services.${name}.traffic.external`,
        },
      ];
    }),
};
