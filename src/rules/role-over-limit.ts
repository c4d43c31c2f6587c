import { yaml } from './common/example.ts';
import { limitsReached } from './common/limit-reached.ts';
import type { Rule } from './types.ts';

/** A role's own limit is lower than what its services may open. */
export const roleOverLimit: Rule = {
  id: 'role-over-limit',
  severity: 'error',
  summary: "services open more connections as a role than the role's CONNECTION LIMIT allows",
  why: 'The server refuses the role (SQLSTATE 53300, as when the whole server is full) while it still has connections to give, so the pools never reach their size and nobody looks at the role.',
  remedy: "Raise the role's CONNECTION LIMIT to its worst case, or make the pools smaller.",
  example: {
    fires: yaml`
      database: { max_connections: 100, role_limits: { app: 40 } }
      services:
        web: { nodes: 4, pool: 15, user: app, deploy: none }
    `,
    silent: yaml`
      database: { max_connections: 100, role_limits: { app: 60 } }
      services:
        web: { nodes: 4, pool: 15, user: app, deploy: none }
    `,
  },
  check: (view) =>
    limitsReached(view, {
      uses: ({ roles }) => roles,
      noun: 'role',
      key: 'role_limits',
      statement: (name, limit) => `ALTER ROLE ${name} CONNECTION LIMIT ${limit}`,
    }),
};
