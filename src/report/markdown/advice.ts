import type { Document } from '../../documents/plan/types.ts';
import { amount, place } from '../../words/figures.ts';
import { markdown, markdownCode } from '../sanitize.ts';
import { assumptionGroups, nodeRoom, recommended, spareLines, waysOut } from '../sentences/advice.ts';
import { capped, details, tableOf } from './blocks.ts';

const most = { recommendations: 30, waysOut: 5, spare: 10, services: 10, assumptions: 20 };

/** What would make fit what no pool sizes do, in sight. */
export function waysOutBlocks({ ways_out }: Document, all: boolean): string[] {
  const lines = capped(ways_out, all ? ways_out.length : most.waysOut, 'databases that no pool sizes fit', (way) => [
    `- No pool sizes fit ${markdownCode(way.database)} in ${markdownCode(way.scenario)}; any of these would help:`,
    ...waysOut(way).map((line) => `  - ${markdown(line)}`),
  ]);
  return lines.length === 0 ? [] : [lines.join('\n')];
}

/** Pool sizes to write down, folded. */
export function recommendationsBlock({ recommendations }: Document, all: boolean): string[] {
  if (recommendations.length === 0) return [];
  const shown = all ? recommendations : recommendations.slice(0, most.recommendations);
  const rest = recommendations.length - shown.length;
  const rows = shown.map((each) => [
    markdownCode(each.on),
    amount(each.current),
    `**${markdown(recommended(each))}**`,
    markdown(each.reason),
  ]);
  const table = tableOf(['pool', 'now', 'recommended', 'reason'], ['left', 'right', 'right', 'left'], rows);
  return [details('Recommended pool sizes', rest === 0 ? table : `${table}\n\n… and ${rest} more pools`)];
}

/** What is left, and how many nodes more each service can have, folded. */
export function spareBlock(document: Document, all: boolean): string[] {
  const lines = spareLines(document).map((line) => `- ${markdown(line)}`);
  const { tooMany, growth } = nodeRoom(document.services);
  const body = [
    ...capped(lines, all ? lines.length : most.spare, 'databases with connections to spare', (line) => [line]),
    ...nodeLine('nodes too many', tooMany, all),
    ...nodeLine('more nodes that fit', growth, all),
  ];
  return body.length === 0 ? [] : [details('Room to grow', body.join('\n'))];
}

function nodeLine(label: string, services: readonly string[], all: boolean): string[] {
  if (services.length === 0) return [];
  const shown = all ? services : services.slice(0, most.services);
  const rest = services.length - shown.length;
  return [`- ${label}: ${markdown(shown.join(', '))}${rest === 0 ? '' : `, and ${rest} more services`}`];
}

/** Every number that nobody gave, folded; those with the same value and reason as one. */
export function assumptionsBlock({ assumptions }: Document, all: boolean): string[] {
  if (assumptions.length === 0) return [];
  const groups = all ? assumptions.map((first) => ({ first, alike: 0 })) : assumptionGroups(assumptions);
  const lines = capped(groups, all ? groups.length : most.assumptions, 'assumed', ({ first, alike }) => {
    const { on, value, reason, location } = first;
    const more = alike === 0 ? '' : `, and ${alike} more like it`;
    return [
      `- ${markdownCode(on)} = ${markdown(value)}: ${markdown(reason)} (${markdownCode(place(location))})${more}`,
    ];
  });
  return [details(`Assumed: ${assumptions.length}, set what is not so`, lines.join('\n'))];
}
