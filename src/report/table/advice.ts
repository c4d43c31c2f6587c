import type { Document, DocumentRecommendation } from '../document-types.ts';
import { grid } from '../grid.ts';
import { visible } from '../sanitize.ts';
import { columns, gap, shorten, wrap } from '../text.ts';
import { nodeRoom, recommended, spareLines, waysOut } from '../words/advice.ts';
import { place, short } from '../words/figures.ts';
import { fold, foldedLine, heading, indent, paragraph, type Section, type View } from './view.ts';

const most = { recommendations: 15, waysOut: 5, spare: 5, services: 8, assumptions: 8 };
const onWidth = 40;
const narrowestReason = 16;

/** Pool sizes to write down. */
export function recommendationsSection(view: View, { recommendations }: Document): Section[] {
  if (recommendations.length === 0) return [];
  const { shown, folded } = fold(view, recommendations, most.recommendations);
  return [
    [
      heading(view, 'Recommended pool sizes'),
      ...recommendationGrid(view, shown).map((line) => indent + line),
      ...foldedLine(view, folded, 'pools'),
    ],
  ];
}

function recommendationGrid(view: View, shown: readonly DocumentRecommendation[]): string[] {
  const { paint } = view;
  const plain = shown.map((each) => [shorten(visible(each.on), onWidth), short(each.current), recommended(each)]);
  const head = ['pool', 'now', 'recommended'];
  const taken = head.map(
    (title, index) => Math.max(columns(title), ...plain.map((row) => columns(row[index] ?? ''))) + gap,
  );
  const left = view.width - indent.length - taken.reduce((sum, width) => sum + width, 0);
  const reasons = shown.map(({ reason }, index) => (reason === shown[index - 1]?.reason ? '' : visible(reason)));
  const beside = left >= narrowestReason;
  const rows = plain.map(([on = '', now = '', then = ''], index) => [
    on,
    paint.faint(now),
    paint.good(then),
    beside
      ? wrap(reasons[index] ?? '', left)
          .map(paint.faint)
          .join('\n')
      : '',
  ]);
  return grid([...head, ''].map(paint.faint), rows, ['left', 'right', 'right', 'left']);
}

/** What would make fit what no pool sizes do. */
export function waysOutSections(view: View, { ways_out }: Document): Section[] {
  const { shown, folded } = fold(view, ways_out, most.waysOut);
  return shown.map((way, index) => [
    ...paragraph(
      view,
      '',
      `No pool sizes fit ${way.database} in ${way.scenario}; any of these would help`,
      view.paint.strong,
    ),
    ...waysOut(way).flatMap((line) => paragraph(view, `${indent}- `, line)),
    ...(index === shown.length - 1 ? foldedLine(view, folded, 'databases that no pool sizes fit') : []),
  ]);
}

/** What is left, and how many nodes more (or fewer) each service can have. */
export function spareSection(view: View, document: Document): Section[] {
  const { shown, folded } = fold(view, spareLines(document), most.spare);
  const { tooMany, growth } = nodeRoom(document.services);
  const lines = [
    ...shown.flatMap((line) => paragraph(view, indent, line)),
    ...foldedLine(view, folded, 'databases with connections to spare'),
    ...nodeLines(view, 'nodes too many:      ', tooMany),
    ...nodeLines(view, 'nodes that would fit: ', growth),
  ];
  return lines.length === 0 ? [] : [[heading(view, 'Room to grow'), ...lines]];
}

function nodeLines(view: View, label: string, services: readonly string[]): string[] {
  if (services.length === 0) return [];
  const { shown, folded } = fold(view, services, most.services);
  const rest = folded === 0 ? '' : `, and ${folded} more services`;
  return paragraph(view, indent + label, shown.join(', ') + rest);
}

/** Every number that nobody gave, and where to set it. */
export function assumptionsSection(view: View, { assumptions }: Document): Section[] {
  if (assumptions.length === 0) return [];
  const { shown, folded } = fold(view, assumptions, most.assumptions);
  return [
    [
      heading(view, `Assumed: ${assumptions.length}, set what is not so`),
      ...shown.flatMap(({ on, value, reason, location }) => [
        ...paragraph(view, indent, `${on} = ${value}`),
        ...paragraph(view, `${indent}${indent}`, `${reason} (${place(location)})`, view.paint.faint),
      ]),
      ...foldedLine(view, folded, 'assumed'),
    ],
  ];
}
