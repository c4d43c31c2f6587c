import type * as Doc from '../plan/types.ts';
import { count, list, nullable, object, ratio, text } from './keywords.ts';

const scenario = object<Doc.DocumentOvercommit['scenarios'][number]>('A scenario.', {
  name: text('Its name.'),
  probability: ratio('How probable it is that more than usable is in use at any moment.', 0, 1),
});

/** `databases[].overcommit`. */
export const overcommit = object<Doc.DocumentOvercommit>(
  'How probable it is that more connections are in use at once than are usable, at the given traffic; null: the worst case stays within usable, or no traffic leads there.',
  {
    scenario: text('The scenario in which it is most probable; draining ones only where there is no other.'),
    connections: nullable(count('Its worst case; null: no bound.')),
    probability: ratio('How probable it is there.', 0, 1),
    allowed: nullable(ratio('What policy.overcommit_probability allows; null: it says nothing.', 0, 1)),
    model: text('What the probability rests on, in words.'),
    modelled: list(
      'Services whose connections follow from their traffic; all else counts with the most it opens.',
      text('A name.'),
    ),
    scenarios: list('Every scenario whose worst case exceeds usable.', scenario),
  },
);
