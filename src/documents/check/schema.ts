import { diff } from '../diff/schema.ts';
import { countKeys, document } from '../plan/schema.ts';
import { location } from '../schema/advice.ts';
import {
  count,
  list,
  nullable,
  object,
  published,
  type Schema,
  text,
  verdict,
  version,
  word,
} from '../schema/keywords.ts';
import type * as Check from './types.ts';

const totals = object<Check.CheckTotals>('What the files that were judged add up to.', {
  files: count('Topology files.'),
  ...countKeys,
  failing: count('Findings that fail the gate.'),
});

const staleEntry = object<Check.StaleEntry>('A finding that a baseline lists and that is gone.', {
  file: text('The topology file it was found in.'),
  rule: text('Id of its rule.'),
  on: text('What it was about, as a path in the topology.'),
  line: count('Line of the entry in the baseline file, from 1.', 1),
});

const baseline = object<Check.CheckBaseline>('The baseline that was given.', {
  path: text('Its file.'),
  stale: list('Entries that match no finding of their file any more, in the order of the baseline.', staleEntry),
});

const problem = object<Check.FileProblem>('What keeps a file from being judged.', {
  message: text('What is wrong, quoting the text that is wrong.'),
  hint: nullable(text('What was expected there; null: nothing to say.')),
  location: nullable(location),
});

const unjudged = object<Check.UnjudgedFile>('A file that could not be judged, or a name that stands for none.', {
  path: text('As the user gave it, or as it was found in a folder.'),
  problems: list('Everything that is wrong with it, at least one thing.', problem),
});

const check = object<Check.CheckDocument>(
  'What `connbudget check --format json` prints. A number without bound is null.',
  {
    schema_version: version,
    verdict: nullable(verdict('fail: a file fails; null: no verdict, because a file could not be judged.')),
    fail_on: nullable(word("What --fail-on says; null: each file's own policy.fail_on.", ['error', 'warning'])),
    totals,
    files: list(
      'One plan a file that was judged, in the order given; policy.fail_on is what the file was judged by.',
      document,
    ),
    unjudged: list('Files that could not be judged.', unjudged),
    base: nullable(text('What the files were compared with, as the user gave it; null: nothing.')),
    changes: nullable(list('What became of each file since the base, in the order of files; null: no base.', diff)),
    baseline: nullable(baseline),
  },
);

/** The published JSON Schema of `CheckDocument`: strict, and every key with its unit. */
export const checkSchema: Schema = published('connbudget check, version 1', check);
