import { concerns } from '../findings/acceptance.ts';
import { yaml } from './common/example.ts';
import { list } from './common/words.ts';
import type { Rule } from './types.ts';

/** An acceptance that is about nothing. */
export const acceptUnused: Rule = {
  id: 'accept-unused',
  severity: 'warning',
  summary: 'an entry in policy.accept matches no finding',
  why: 'The mistake it was written for is gone, or the entry never matched. Left in place it will silence the same mistake when it comes back.',
  remedy: 'Remove the entry, or correct its `rule` and `on`.',
  example: {
    fires: yaml`
      database: { max_connections: 100 }
      services:
        web: { nodes: 4, pool: 10, deploy: none }
      policy:
        accept:
          - { rule: database-over-budget, on: databases.database, reason: migration ends in May }
    `,
    silent: yaml`
      database: { max_connections: 100 }
      services:
        web: { nodes: 4, pool: 40, deploy: none }
      policy:
        accept:
          - { rule: database-over-budget, on: databases.database, reason: migration ends in May }
    `,
  },
  check: (view, findings) =>
    view.topology.policy.accept.flatMap((entry, index) => {
      if (findings.some((finding) => concerns(entry, finding))) return [];
      const places = findings.filter(({ rule }) => rule === entry.rule).map(({ on }) => on);
      return [
        {
          on: `policy.accept[${index}]`,
          message: `policy.accept names ${entry.rule} on ${entry.on}, and there is no such finding`,
          remedy: () =>
            places.length > 0
              ? `Remove the entry, or set its \`on\` to where ${entry.rule} is found: ${list([...new Set(places)])}.`
              : `Remove the entry: nothing is found by ${entry.rule}.`,
        },
      ];
    }),
};
