import type { DocumentPoolAdvice, RecommendDocument } from '../../documents/recommend/types.ts';
import { short } from '../../words/figures.ts';
import type { RecommendFormatter } from '../recommend/formatter.ts';
import { visible } from '../sanitize.ts';
import {
  changedFirst,
  globalPoolLines,
  maximumNotes,
  parts,
  releasedWords,
  sizesSentence,
  waitWords,
} from '../sentences/sizes.ts';
import { grid } from '../terminal/grid.ts';
import { gap, shorten } from '../terminal/width.ts';
import { fold, foldedLine, heading, indent, joined, type Layout, paragraph, type Section, viewOf } from './view.ts';

const most = { pools: 20, settings: 10, globalPools: 5 };

/** Recommended sizes for a terminal: the answer, every pool with its reason, then poolers and databases. */
export const table: RecommendFormatter = (document, options) => {
  const view = viewOf(options);
  return `${joined([
    [
      ...paragraph(view, '', sizesSentence(document), view.paint.strong),
      ...paragraph(view, '', document.topology, view.paint.faint),
    ],
    ...poolSection(view, document),
    ...settingSection(
      view,
      'Poolers',
      document.poolers.map((each) => ({ ...each, notes: [] })),
    ),
    ...settingSection(
      view,
      'Databases',
      document.databases.map((each) => ({ ...each, notes: maximumNotes(each) })),
    ),
    ...globalSections(view, document),
    ...modelSection(view, document),
  ])}\n`;
};

interface Row {
  readonly on: string;
  readonly current: number | null;
  readonly next: string;
  readonly changes: boolean;
  readonly mode: string;
}

/** Lines of a table of sizes: the head, then one a row. */
function sizeGrid({ paint, width }: Layout, what: string, rows: readonly Row[]): string[] {
  const withMode = rows.some(({ mode }) => mode !== '');
  const widest = (texts: readonly string[]) => Math.max(...texts.map(({ length }) => length));
  const now = rows.map(({ current }) => short(current));
  const taken = widest(['now', ...now]) + widest(['recommended', ...rows.map(({ next }) => next)]);
  const room = width - indent.length - taken - 2 * gap - (withMode ? gap + 'demand'.length : 0);
  const cells = rows.map(({ on, next, changes, mode }, index) => [
    shorten(visible(on), room),
    paint.faint(now[index] ?? ''),
    changes ? paint.good(next) : next,
    ...(withMode ? [paint.faint(mode)] : []),
  ]);
  const head = [what, 'now', 'recommended', ...(withMode ? ['mode'] : [])];
  const aligns = ['left', 'right', 'right', 'left'] as const;
  return grid(head.map(paint.faint), cells, aligns.slice(0, head.length)).map((line) => indent + line);
}

function poolSection(view: Layout, { pools }: RecommendDocument): Section[] {
  if (pools.length === 0) return [];
  const { shown, folded } = fold(view, changedFirst(pools, most.pools), most.pools);
  const rows = shown.map((each) => ({
    ...each,
    next: short(each.recommended),
    changes: each.current !== each.recommended,
  }));
  const [head = '', ...lines] = sizeGrid(view, 'pool', rows);
  const body = lines.flatMap((line, index) => {
    const pool = shown[index] as DocumentPoolAdvice;
    const reason = pool.reason === shown[index + 1]?.reason ? [] : [pool.reason];
    const notes = [...words(parts(pool)), ...reason, ...words(waitWords(pool)), ...words(releasedWords(pool))];
    return [line, ...notes.flatMap((text) => note(view, text))];
  });
  return [[heading(view, 'Pools'), head, ...body, ...foldedLine(view, folded, 'pools')]];
}

interface SettingRow {
  readonly on: string;
  readonly current: number | null;
  readonly recommended: number | null;
  readonly reason: string;
  readonly notes: readonly string[];
}

function settingSection(view: Layout, title: string, settings: readonly SettingRow[]): Section[] {
  if (settings.length === 0) return [];
  const { shown, folded } = fold(view, changedFirst(settings, most.settings), most.settings);
  const rows = shown.map(({ on, current, recommended }) => ({
    on,
    current,
    next: short(recommended),
    changes: current !== recommended,
    mode: '',
  }));
  const [head = '', ...lines] = sizeGrid(view, 'setting', rows);
  const body = lines.flatMap((line, index) => {
    const { reason, notes } = shown[index] as SettingRow;
    return [line, ...note(view, [reason, ...notes].join('; '))];
  });
  return [[heading(view, title), head, ...body, ...foldedLine(view, folded, 'settings')]];
}

function globalSections(view: Layout, { global_pools }: RecommendDocument): Section[] {
  const { shown, folded } = fold(view, global_pools, most.globalPools);
  return shown.map((global, index) => [
    ...paragraph(
      view,
      '',
      `One transaction-mode ${global.kind} in front of ${global.database} would need`,
      view.paint.strong,
    ),
    ...globalPoolLines(global).flatMap((line) => paragraph(view, `${indent}- `, line)),
    ...(index === shown.length - 1 ? foldedLine(view, folded, 'databases') : []),
  ]);
}

function modelSection(view: Layout, { model }: RecommendDocument): Section[] {
  if (model.length === 0) return [];
  return [
    [
      heading(view, 'Waits are a model, and take for granted'),
      ...model.flatMap((line) => paragraph(view, `${indent}- `, line, view.paint.faint)),
    ],
  ];
}

const note = (view: Layout, text: string) => paragraph(view, `${indent}${indent}`, text, view.paint.faint);

const words = (text: string | null): string[] => (text === null ? [] : [text]);
