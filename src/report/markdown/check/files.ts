import { markdown, markdownCode } from '../../sanitize.ts';
import { headline } from '../../sentences/answers.ts';
import { type GateFile, restText } from '../../sentences/gate-files.ts';
import { assumptionsBlock, recommendationsBlock, spareBlock, waysOutBlocks } from '../advice.ts';
import { answerList } from '../answers.ts';
import { capped, details } from '../blocks.ts';
import { findingsBlock, notesBlock } from '../findings.ts';
import type { Block } from '../limit.ts';
import { databaseBlocks, poolerBlocks } from '../places.ts';

const few = 3;
const restShown = 50;

/** What fails in one file, in sight: its answers that do not fit, its findings with place and remedy. */
export function failingBlock({ file, unfit, findings }: GateFile, all: boolean): Block {
  const parts = [
    `**${markdownCode(file.topology)}**`,
    ...(unfit.length === 0 ? [] : [answerList(unfit, all)]),
    ...findingsBlock(findings.fails, all),
  ];
  return { what: 'failing file', text: parts.join('\n\n'), urgent: true };
}

/**
 * The plans, folded: all of a few files, of many those that there is something to say about; the rest as a list. `alone`:
 * no file is meant but the one there is, so that its plan needs no title.
 */
export function planBlocks(files: readonly GateFile[], all: boolean, alone: boolean): Block[] {
  const shown = files.filter(({ telling }) => all || telling || files.length <= few);
  const rest = files.filter((each) => !shown.includes(each));
  const plans = shown.flatMap((each): Block[] => {
    const blocks = planOf(each, all);
    if (alone) return blocks.map((text) => ({ what: 'folded table or list', text }));
    const title = `${each.file.topology}: ${headline(each.file)}`;
    return blocks.length === 0 ? [] : [{ what: 'plan', text: details(title, blocks.join('\n\n')) }];
  });
  return rest.length === 0 ? plans : [...plans, restBlock(rest, shown.length === 0)];
}

/** Everything about a file that is not in sight. */
function planOf({ file, findings }: GateFile, all: boolean): string[] {
  return [
    ...databaseBlocks(file, all),
    ...poolerBlocks(file, all),
    ...waysOutBlocks(file, all),
    ...recommendationsBlock(file, all),
    ...notesBlock([...findings.open, ...findings.unchanged, ...findings.accepted], all),
    ...spareBlock(file, all),
    ...assumptionsBlock(file, all),
  ];
}

function restBlock(rest: readonly GateFile[], first: boolean): Block {
  const lines = capped(rest, restShown, 'files', ({ file }) => [
    `- ${markdownCode(file.topology)}: ${markdown(headline(file))}`,
  ]);
  return { what: 'list of files that pass', text: details(restText(rest, first), lines.join('\n')) };
}
