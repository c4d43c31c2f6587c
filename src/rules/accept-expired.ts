import { concerns, expired } from '../findings/acceptance.ts';
import { yaml } from './common/example.ts';
import type { Rule } from './types.ts';

/** An acceptance whose time is over while its finding is still there. */
export const acceptExpired: Rule = {
  id: 'accept-expired',
  severity: 'warning',
  summary: 'an entry in policy.accept has passed its `until`, and its finding counts again',
  why: 'The team gave itself until that day. The finding is back in the verdict since, which may come as a surprise to whoever deploys next.',
  remedy: 'Mend what the finding says, or agree on a new `until` and write down why.',
  example: {
    fires: yaml`
      database: { max_connections: 100 }
      services:
        web: { nodes: 4, pool: 40, deploy: none }
      policy:
        accept:
          - { rule: database-over-budget, on: databases.database, reason: migration ends in May, until: 2020-05-31 }
    `,
    silent: yaml`
      database: { max_connections: 100 }
      services:
        web: { nodes: 4, pool: 40, deploy: none }
      policy:
        accept:
          - { rule: database-over-budget, on: databases.database, reason: migration ends in May, until: 2999-05-31 }
    `,
  },
  check: (view, found) =>
    view.topology.policy.accept.flatMap((entry, index) => {
      if (!expired(entry, view.today) || !found.some((finding) => concerns(entry, finding))) return [];
      return [
        {
          on: `policy.accept[${index}]`,
          message: `policy.accept covered ${entry.rule} on ${entry.on} until ${entry.until}; today is ${view.today}`,
          remedy: () => `Mend ${entry.on} and remove the entry, or set \`until\` to ${view.today} or later.`,
          at: `policy.accept[${index}].until`,
        },
      ];
    }),
};
