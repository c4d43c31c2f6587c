import { printable } from '../findings/printable.ts';

interface ErrorExplanation {
  readonly message: string;
  readonly hint: string | null;
}

const indentation =
  'Keys of one map start in the same column, end in `:`, and what belongs to them stands further to the right.';

/** What the YAML parser says, and how it is put to a person. `$1` is what the parser names. */
const explanations: readonly (readonly [RegExp, string, string | null])[] = [
  [/^tab characters must not be used/, 'a tab is used for indentation', 'YAML indents with spaces: replace the tab.'],
  [
    /^deficient/,
    'this line does not belong to what is open above it',
    'Is a `}`, `]` or quote missing in the lines above?',
  ],
  [/^bad indentation/, 'the indentation does not fit the lines above', indentation],
  [/multiline key may not/, 'this line is neither `key: value` nor part of the line above', 'Is a `:` missing?'],
  [/^end of the stream or a document separator/, 'this does not belong to the map or list above it', indentation],
  [/within a flow collection$/, 'a `{` or `[` is never closed', 'Close it with `}` or `]`.'],
  [/^missed comma/, 'a comma is missing here', 'Entries between `{ }` or `[ ]` are separated by commas.'],
  [/^expected the node content/, 'a value is missing before this comma', null],
  [/within a (single|double) quoted scalar$/, 'a $1 quote is never closed', 'Close the quoted text.'],
  [/^unknown escape sequence/, 'unknown escape in double-quoted text', 'Write `\\\\` for a backslash.'],
  [/^unidentified alias "(.*)"$/s, 'the alias `*$1` names no anchor', 'An anchor `&$1` has to stand before it.'],
  [/^unknown (?:scalar|sequence|mapping) tag !<(.*)>$/s, 'the tag `$1` is not used in topology files', 'Remove it.'],
  [/^expected ':' after/, 'a `:` is missing after this key', null],
  [/non-printable characters$/, 'there is a character here that is no text', 'Remove it, or save the file as UTF-8.'],
  [/^nesting exceeded maxDepth/, 'the file is nested too deeply', 'No part of a topology is more than 7 levels deep.'],
  [/^merge keys exceeded/, 'the merge keys (`<<`) of this file stand for too many values', 'Write less with them.'],
  [/^abnormal merge/, 'a merge key (`<<`) names more than 100 maps', 'Merge a few maps into one first.'],
  [/^cannot merge/, '`<<` can merge only maps', 'Write `<<: *name`, where `&name` marks a map.'],
  [/^"__proto__" cannot/, '`__proto__` cannot be a key', 'Choose another name.'],
  [/^a key must be text|complex keys/, 'a key must be text', 'Quote it if it is meant as a name, such as "null".'],
];

/** What is most often behind something that has no place in its line. */
const misplaced: ErrorExplanation = {
  message: 'this does not belong to the value before it',
  hint: 'Text with `: ` in it, or that begins with `@`, `%` or a backtick, needs quotes. Or is a `:` missing in the line above?',
};

/** A message of the YAML parser in words that help. `opensLine`: nothing stands before it in its line. */
export function explain(reason: string, opensLine: boolean): ErrorExplanation {
  if (!opensLine && reason.startsWith('bad indentation')) return misplaced;
  for (const [pattern, message, hint] of explanations) {
    const match = pattern.exec(reason);
    if (match === null) continue;
    const named = printable(match[1] ?? '');
    return { message: message.replace('$1', () => named), hint: hint?.replace('$1', () => named) ?? null };
  }
  return { message: `this is not YAML: ${printable(reason, 200)}`, hint: null };
}
