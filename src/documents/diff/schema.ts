import { finding, location } from '../schema/advice.ts';
import {
  count,
  flag,
  integer,
  list,
  nullable,
  object,
  published,
  ratio,
  type Schema,
  text,
  verdict,
  version,
  word,
} from '../schema/keywords.ts';
import type * as Diff from './types.ts';

const edit = object<Diff.DocumentEdit>('A value that differs.', {
  paths: list('Its paths in the topology; several where one anchor gives them all.', text('A path.')),
  from: nullable(text('What was written before, on one line; null: nothing.')),
  to: nullable(text('What is written now, on one line; null: nothing.')),
  location: nullable(location),
});

const index = count('Index among the causes, from 0.');

const cause = object<Diff.DocumentCause>('Edits that make sense only together, most often one.', {
  edits: list('Its edits.', edit),
  needs: list('Causes that have to come first: its own effect is measured on top of them alone.', index),
});

const effect = object<Diff.DocumentEffect>('What one cause does to one number.', {
  cause: index,
  own: nullable(integer('What it changes on its own; null: one side has no bound.')),
  after: nullable(integer('The number once this cause and all before it are applied; null: no bound.')),
});

const interaction = object<Diff.DocumentInteraction>('What causes change together beyond what each does on its own.', {
  causes: list('The causes that take part.', index),
  change: integer('What they change together.'),
});

const movement = object<Diff.DocumentMovement>('A number that differs.', {
  quantity: word(
    'Of a database: connections, usable, allowed. Of a pooler: clients, client_limit, server_connections.',
    ['connections', 'usable', 'allowed', 'clients', 'client_limit', 'server_connections'],
  ),
  scenario: nullable(text('The scenario; null: the number is the same in all.')),
  base: nullable(integer('Before; null: no bound. What does not exist has 0.')),
  head: nullable(integer('After; null: no bound. What does not exist has 0.')),
  change: nullable(integer('head - base; null: one of the two has no bound.')),
  effects: list('The causes that move it, in the order they are applied.', effect),
  interaction: nullable(interaction),
});

const probability = (description: string) => nullable(ratio(description, 0, 1));

const overcommit = object<Diff.DocumentOvercommitChange>(
  'How probable it is that more connections of a database are in use at once than are usable, at the given traffic; null: neither side has a probability, or is judged by one.',
  {
    base: probability('Before; null: the worst case stays within usable, or no traffic leads there.'),
    head: probability('The same after.'),
    base_allowed: probability(
      'What policy.overcommit_probability allows; null: it says nothing, or the database has no limit or is not there.',
    ),
    head_allowed: probability('The same after.'),
  },
);

const scenario = object<Diff.DocumentScenarioChange>('One scenario before and after.', {
  name: text('Its name.'),
  kind: word('steady: nothing deploys; draining: old nodes drain as slowly as their platforms allow.', [
    'steady',
    'deploy',
    'draining',
  ]),
  base: nullable(count('Connections on a database, clients of a pooler; null: no bound.')),
  head: nullable(count('The same after.')),
  base_limit: nullable(integer("A database's allowed connections, a pooler's client limit; null: no bound.")),
  head_limit: nullable(integer('The same after.')),
  base_fits: flag('base <= base_limit, and as improbable to exceed usable as the policy wants.'),
  head_fits: flag('The same after.'),
  overcommit: nullable(overcommit),
});

const place = object<Diff.DocumentPlaceChange>('What becomes of a database or a pooler.', {
  on: text('databases.NAME or poolers.NAME.'),
  name: text('Its name.'),
  kind: word('What it is.', ['database', 'pooler']),
  status: word('same: all its numbers are the same, probabilities to two digits.', [
    'changed',
    'added',
    'removed',
    'same',
  ]),
  scenarios: list('Every scenario that either side has.', scenario),
  movements: list('The numbers that differ.', movement),
});

const findings = object<Diff.DiffDocument['findings']>('What became of the findings.', {
  new: list('Not there before.', finding),
  worse: list('There before, and worse now.', finding),
  fixed: list('There before, as they were then.', finding),
  unchanged: list('There before, and no worse.', finding),
});

const verdicts = object<Diff.DiffDocument['verdict']>('The verdicts of the two files.', {
  base: nullable(verdict('Before; null: the file is new.')),
  head: verdict('After.'),
});

/** The schema of what a change does, also inside other documents. */
export const diff = object<Diff.DiffDocument>(
  'What `connbudget diff --format json` prints. A number without bound is null.',
  {
    schema_version: version,
    base: nullable(text('The file before, as the user gave it; null: there was none.')),
    head: text('The file after, as the user gave it.'),
    verdict: verdicts,
    changed: flag('False when every number of every database and pooler is the same.'),
    causes: list('All edits, in the order they are applied: base, then one after the other, is head.', cause),
    places: list('Databases, then poolers, in the order of the head; those that are gone last.', place),
    findings,
  },
);

/** The published JSON Schema of `DiffDocument`: strict, and every key with its unit. */
export const diffSchema: Schema = published('connbudget diff, version 1', diff);
