import type { DiffDocument, DocumentPlaceChange, DocumentScenarioChange } from '../../../documents/diff/types.ts';
import { amount } from '../../../words/figures.ts';
import { markdown, markdownCode } from '../../sanitize.ts';
import { named, placeTitle, signed } from '../../sentences/changes.ts';
import { type EffectColumn, effectColumns, tellingColumns } from '../../sentences/effect-columns.ts';
import { type EffectRow, effectRows, interactions, rowName } from '../../sentences/effects.ts';
import {
  anyProbable,
  changedScenarios,
  fitAfter,
  limitChange,
  outcome,
  probabilityChange,
  probabilityNote,
} from '../../sentences/scenario-changes.ts';
import { icons } from '../answers.ts';
import { tableOf } from '../blocks.ts';
import { causeCell } from './edits.ts';

const columnsShown = 8;
const interactionsShown = 5;

/** A place that changed: its scenarios before and after, and a table of what each cause that is `telling` does. */
export function placeBlock(
  place: DocumentPlaceChange,
  diff: DiffDocument,
  telling: readonly number[],
  all: boolean,
): string {
  const scenarios = changedScenarios(place);
  const columns = effectColumns(place);
  const shown = all || columns.length <= columnsShown + 1 ? columns : tellingColumns(columns, columnsShown);
  const rest = columns.length - shown.length;
  return [
    `**${markdown(placeTitle(place))}**`,
    scenarios.length === 0 ? '' : scenarioTable(scenarios, place.status),
    anyProbable(scenarios) ? `- ${probabilityNote}` : '',
    shown.length === 0 ? '' : causeTable(shown, diff, telling),
    rest === 0 ? '' : `… and ${rest} more numbers that move`,
    togetherLines(shown, diff),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function scenarioTable(scenarios: readonly DocumentScenarioChange[], status: DocumentPlaceChange['status']): string {
  const probable = anyProbable(scenarios);
  return tableOf(
    ['scenario', 'before', 'after', 'change', 'limit', ...(probable ? ['probability'] : []), ''],
    ['left', 'right', 'right', 'right', 'right', ...(probable ? ['right' as const] : []), 'left'],
    scenarios.map((scenario) => {
      const { name, base, head } = scenario;
      return [
        markdownCode(name),
        status === 'added' ? '' : amount(base),
        status === 'removed' ? '' : `**${amount(head)}**`,
        base === null || head === null ? '' : signed(head - base),
        markdown(limitChange(scenario, status)),
        ...(probable ? [markdown(probabilityChange(scenario, status))] : []),
        status === 'removed' ? '' : `${icons[fitAfter(scenario)]} ${outcome(scenario, status)}`,
      ];
    }),
  );
}

/** A row for each cause; each column adds up. */
function causeTable(shown: readonly EffectColumn[], diff: DiffDocument, telling: readonly number[]): string {
  const head = shown.map(({ label, note }) => markdown(label) + (note === '' ? '' : `<br>${note}`));
  return tableOf(
    ['edit', ...head],
    ['left', ...shown.map(() => 'right' as const)],
    effectRows(shown, telling).map((row) => [
      rowLabel(row, diff),
      ...row.cells.map((cell) => bold(row, markdown(cell))),
    ]),
  );
}

function rowLabel(row: EffectRow, diff: DiffDocument): string {
  const cause = row.kind === 'cause' ? diff.causes[row.causes[0] ?? -1] : undefined;
  return cause === undefined ? bold(row, markdown(rowName(row, diff))) : causeCell(cause, diff);
}

const bold = ({ kind }: EffectRow, text: string) => (kind === 'head' && text !== '' ? `**${text}**` : text);

function togetherLines(shown: readonly EffectColumn[], diff: DiffDocument): string {
  const all = interactions(shown);
  const lines = all.slice(0, interactionsShown).map(({ causes, changes }) => {
    return `- together: ${markdown(`${named(causes, diff.causes)}, beyond each alone: ${changes.join(', ')}`)}`;
  });
  const rest = all.length - lines.length;
  return [...lines, ...(rest === 0 ? [] : [`- … and ${rest} more edits that act together`])].join('\n');
}
