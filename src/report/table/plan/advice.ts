import type { Document, DocumentRecommendation } from '../../../documents/plan/types.ts';
import { place, short } from '../../../words/figures.ts';
import { visible } from '../../sanitize.ts';
import { assumptionGroups, nodeRoom, recommended, spareLines, waysOut } from '../../sentences/advice.ts';
import { grid } from '../../terminal/grid.ts';
import { gap, shorten } from '../../terminal/width.ts';
import { fold, foldedLine, heading, indent, type Layout, paragraph, type Section } from '../view.ts';

const most = { recommendations: 15, waysOut: 5, spare: 5, services: 8, assumptions: 8 };

/** Pool sizes to write down; a reason stands below the last of the pools that it is for. */
export function recommendationsSection(view: Layout, { recommendations }: Document): Section[] {
  if (recommendations.length === 0) return [];
  const { shown, folded } = fold(view, recommendations, most.recommendations);
  const [head = '', ...rows] = recommendationGrid(view, shown);
  const reasons = shown.map(({ reason }, index) => (reason === shown[index + 1]?.reason ? '' : reason));
  return [
    [
      heading(view, 'Recommended pool sizes'),
      indent + head,
      ...rows.flatMap((row, index) => [indent + row, ...reasonLines(view, reasons[index] ?? '')]),
      ...foldedLine(view, folded, 'pools'),
    ],
  ];
}

function recommendationGrid({ paint, width }: Layout, shown: readonly DocumentRecommendation[]): string[] {
  const sizes = shown.map((each) => [short(each.current), recommended(each)] as const);
  const widest = (index: 0 | 1, head: string) => Math.max(head.length, ...sizes.map((size) => size[index].length));
  const room = width - indent.length - widest(0, 'now') - widest(1, 'recommended') - 2 * gap;
  const rows = shown.map(({ on }, index) => {
    const [now, then] = sizes[index] ?? ['', ''];
    return [shorten(visible(on), room), paint.faint(now), paint.good(then)];
  });
  return grid(['pool', 'now', 'recommended'].map(paint.faint), rows, ['left', 'right', 'right']);
}

const reasonLines = (view: Layout, reason: string) =>
  reason === '' ? [] : paragraph(view, `${indent}${indent}`, reason, view.paint.faint);

/** What would make fit what no pool sizes do. */
export function waysOutSections(view: Layout, { ways_out }: Document): Section[] {
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
export function spareSection(view: Layout, document: Document): Section[] {
  const { shown, folded } = fold(view, spareLines(document), most.spare);
  const { tooMany, growth } = nodeRoom(document.services);
  const lines = [
    ...shown.flatMap((line) => paragraph(view, indent, line)),
    ...foldedLine(view, folded, 'databases with connections to spare'),
    ...nodeLines(view, 'nodes too many: ', tooMany),
    ...nodeLines(view, 'more nodes that fit: ', growth),
  ];
  return lines.length === 0 ? [] : [[heading(view, 'Room to grow'), ...lines]];
}

function nodeLines(view: Layout, label: string, services: readonly string[]): string[] {
  if (services.length === 0) return [];
  const { shown, folded } = fold(view, services, most.services);
  const rest = folded === 0 ? '' : `, and ${folded} more services`;
  return paragraph(view, indent + label, shown.join(', ') + rest);
}

/** Every number that nobody gave, and where to set it; those with the same value and reason as one. */
export function assumptionsSection(view: Layout, { assumptions }: Document): Section[] {
  if (assumptions.length === 0) return [];
  const groups = view.all ? assumptions.map((first) => ({ first, alike: 0 })) : assumptionGroups(assumptions);
  const { shown, folded } = fold(view, groups, most.assumptions);
  return [
    [
      heading(view, `Assumed: ${assumptions.length}, set what is not so`),
      ...shown.flatMap(({ first: { on, value, reason, location }, alike }) => [
        ...paragraph(view, indent, `${on} = ${value}`),
        ...paragraph(view, `${indent}${indent}`, `${reason} (${place(location)})`, view.paint.faint),
        ...(alike === 0 ? [] : [`${indent}${indent}${view.paint.faint(`… and ${alike} more like it`)}`]),
      ]),
      ...foldedLine(view, folded, 'assumed'),
    ],
  ];
}
