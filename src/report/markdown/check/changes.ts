import type { CheckDocument } from '../../../documents/check/types.ts';
import { markdown, markdownCode } from '../../sanitize.ts';
import { changeSentence } from '../../sentences/changes.ts';
import { changeBlocks } from '../diff/change.ts';
import type { Block } from '../limit.ts';

/** What a change does to the numbers of each file; says so where it does nothing. Nothing without a base. */
export function changedBlocks({ changes, base }: CheckDocument, all: boolean): Block[] {
  if (changes === null) return [];
  const what = 'change';
  const since = base === null ? '' : ` since ${markdownCode(base)}`;
  const changed = changes.filter((diff) => diff.changed);
  if (changed.length === 0) return [{ what, text: `No change to any connection budget${since}.` }];
  return [
    { what, text: `#### What changes${since}` },
    ...changed.flatMap((diff) => [
      { what, text: `**${markdownCode(diff.head)}** ${markdown(changeSentence(diff))}` },
      ...changeBlocks(diff, all),
    ]),
  ];
}
