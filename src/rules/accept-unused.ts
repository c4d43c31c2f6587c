import { concerns } from '../findings/acceptance.ts';
import { listed } from '../words/lists.ts';
import { yaml } from './common/example.ts';
import type { FoundBefore, PlanView, Rule } from './types.ts';

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
  check: (view, found) =>
    view.topology.policy.accept.flatMap((entry, index) => {
      if (found.some((finding) => concerns(entry, finding))) return [];
      return [
        {
          on: `policy.accept[${index}]`,
          message: `policy.accept names ${entry.rule} on ${entry.on}, and there is no such finding`,
          remedy: () => remedy(view, entry.rule, found),
        },
      ];
    }),
};

function remedy({ ruleIds }: PlanView, id: string, found: readonly FoundBefore[]): string {
  if (!ruleIds.has(id)) return `Remove the entry, or correct its \`rule\`: no rule is called ${id}.`;
  const places = new Set(found.filter(({ rule }) => rule === id).map(({ on }) => on));
  if (places.size === 0) return `Remove the entry: nothing is found by ${id}.`;
  return `Remove the entry, or set its \`on\` to where ${id} is found: ${listed([...places])}.`;
}
