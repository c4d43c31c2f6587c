import type { Location } from '../../findings/types.ts';
import type * as Doc from '../plan/types.ts';
import { count, flag, integer, list, nullable, object, ratio, text, word } from './keywords.ts';

/** The schema of a place in a file. */
export const location = object<Location>('A place in a file.', {
  path: text('The file, as the user gave it.'),
  line: count('Line, from 1.', 1),
  column: count('Column in UTF-16 code units, from 1.', 1),
});

const excess = object<Doc.DocumentExcess>('By how much something is wrong.', {
  scenario: nullable(text('The scenario it is reached in; null: no scenario matters.')),
  amount: nullable(ratio('Above 0, in the unit of the message; null: nothing bounds it.', 0)),
});

/** The schema of a finding. */
export const finding = object<Doc.DocumentFinding>('A mistake that a rule found.', {
  rule: text('Id of the rule; `connbudget explain RULE` tells more.'),
  severity: word('error fails a gate, warning fails a strict one, info never fails.', ['error', 'warning', 'info']),
  on: text('What it is about, as a path in the topology.'),
  scenario: nullable(text('The scenario it was seen in; null: no scenario matters.')),
  message: text('What is wrong, with the numbers.'),
  why: text('Why it matters.'),
  remedy: text('What to do.'),
  accepted: flag('True when somebody accepted it: it never fails a gate.'),
  accepted_by: nullable(word('Who accepted it: policy.accept or a baseline; null: nobody.', ['policy', 'baseline'])),
  accepted_for: nullable(text('The reason that policy.accept gives; null: it does not accept it.')),
  excess: list('By how much, in every scenario that it is about; empty: it is there or not.', excess),
  change: nullable(
    word('What became of it since the base; unchanged never fails a gate; null: nothing is compared.', [
      'new',
      'worse',
      'unchanged',
    ]),
  ),
  before: nullable(list('The excess it had in the base or the baseline; null: it is not worse now.', excess)),
  location: nullable(location),
});

const assumption = object<Doc.DocumentAssumption>('A number that nobody gave.', {
  on: text('Path in the topology to set it at.'),
  value: text('What was taken instead.'),
  reason: text('Why that.'),
  location,
});

const recommendation = object<Doc.DocumentRecommendation>('A size to write down.', {
  on: text("Path of the pool, or of a pooler's setting, in the topology."),
  current: nullable(count('Most connections a process opens with this pool today, size + overflow; null: no bound.')),
  recommended: count('The same as it should be, size + overflow.'),
  size: count('Connections of the pool.'),
  overflow: count('Connections beyond size.'),
  reason: text('Why this number.'),
});

const fewerNodes = object<NonNullable<Doc.DocumentWayOut['fewer_nodes']>>('Fewer nodes of one service.', {
  service: text('Name of the service.'),
  nodes: count('The most nodes that fit with the smallest pools.'),
});

const wayOut = object<Doc.DocumentWayOut>('What would make a database fit where no pool sizes do.', {
  database: text('Name of the database.'),
  scenario: text('The scenario that asks for the most.'),
  max_connections: nullable(count("The smallest max_connections that keeps the policy's headroom; null: none does.")),
  memory_bytes: nullable(count('Bytes of memory that so many backends need; null: not known.')),
  fewer_nodes: nullable(fewerNodes),
  pooler_size: nullable(count('Server connections of one transaction-mode pooler in front of everything; null: none.')),
  pooler_replaces: nullable(count('Connections that such a pooler replaces; null: no bound, or no such pooler.')),
});

const spare = object<Doc.DocumentSpare>("What a database has left beyond the policy's headroom.", {
  database: text('Name of the database.'),
  scenario: text('Its worst scenario.'),
  connections: nullable(integer('Connections left; null: no bound.')),
});

/** The lists that say what is wrong, what was assumed and what to do. */
export const advice = {
  findings: list('Errors first, then by place in the file.', finding),
  assumptions: list('Every number that was assumed.', assumption),
  recommendations: list('Pool sizes that fit every scenario, where the current ones do not.', recommendation),
  ways_out: list('For databases that no pool sizes fit.', wayOut),
  spare: list('For databases that fit.', spare),
};
