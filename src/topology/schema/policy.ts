import * as z from 'zod/mini';
import { grouped } from '../units.ts';
import { count, described, label, listOf, map, mapOf, most, name, probability, ratio, text, word } from './values.ts';

const date = 'a day that exists, as YYYY-MM-DD';

const acceptance = map({
  rule: described(
    text(/^[a-z][a-z0-9-]*$/, 'the id of a rule, such as pool-unbounded'),
    'The id of the rule that fires.',
    {
      examples: ['pool-unbounded', 'limit-estimated'],
    },
  ),
  on: label('What the finding is about.', { examples: ['databases.main', 'services.web'] }),
  reason: label('Why the team lives with it.'),
  until: z.optional(
    described(z.iso.date({ error: date }), 'After this day it counts again.', { examples: ['2027-03-31'] }),
  ),
});

/** policy */
export const policySchema = described(
  map({
    headroom: z.optional(
      ratio(
        'a share from 0% to 100%, such as 10%',
        0,
        1,
        'Share of usable connections that should stay free in every scenario.',
        {
          default: '10%',
        },
      ),
    ),
    concurrent_deploys: z.optional(
      described(
        z.union([count(1, most, 'At most so many.'), z.literal('all')], {
          error: `a whole number from 1 to ${grouped(most)}, or all`,
        }),
        'How many services and poolers may deploy at the same time.',
        { default: 'all' },
      ),
    ),
    overcommit: z.optional(
      ratio('a ratio from 1 to 1,000', 1, 1000, 'Allowed ratio of the worst case to usable connections.', {
        default: 1,
      }),
    ),
    overcommit_probability: z.optional(
      probability(
        'How probable it may be, at the given traffic, that more connections are in use at once than are usable. Where a service with `traffic` leads to a database, this alone says how far its worst case may go; with `overcommit` above 1, both must hold. Without traffic, or with more than 100,000 connections, the worst case counts.',
        { examples: ['1e-6'] },
      ),
    ),
    fail_on: z.optional(word(['error', 'warning'], 'Least severity that fails `check`.', { default: 'error' })),
    accept: z.optional(described(listOf(acceptance), 'Known findings that do not fail the check.')),
  }),
  'What is allowed.',
);

/** scenarios.NAME */
export const scenarioSchema = described(
  map({
    nodes: described(mapOf(name, count(0, most, 'Nodes.')), 'Nodes by service or pooler; others as in steady state.', {
      examples: [{ web: 40, worker: 25 }],
    }),
  }),
  'Circumstances of your own, beside the built-in ones.',
);

/** What a file says of the policy. */
export type PolicyInput = z.output<typeof policySchema>;

/** What a file says of a scenario. */
export type ScenarioInput = z.output<typeof scenarioSchema>;
