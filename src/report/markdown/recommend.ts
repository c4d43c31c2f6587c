import type { DocumentPoolAdvice, RecommendDocument } from '../../documents/recommend/types.ts';
import { amount } from '../../words/figures.ts';
import type { RecommendFormatter } from '../recommend/formatter.ts';
import { markdown, markdownCode } from '../sanitize.ts';
import {
  changedFirst,
  globalPoolLines,
  maximumNotes,
  poolSize,
  releasedWords,
  sizesSentence,
  waitWords,
} from '../sentences/sizes.ts';
import { capped, details, tableOf } from './blocks.ts';
import { type Block, limited } from './limit.ts';

const most = { changed: 30, same: 30, settings: 20, globalPools: 5 };

/** Recommended sizes as a comment: what changes in sight, what stays folded; never more than a comment holds. */
export const markdownComment: RecommendFormatter = (document, { all }) => {
  const { pools } = document;
  const changes = pools.filter(({ current, recommended }) => current !== recommended);
  const same = pools.filter(({ current, recommended }) => current === recommended);
  return limited(`### Recommended sizes\n\n${markdown(sizesSentence(document))}`, [
    ...poolBlock(changes, all ? changes.length : most.changed, (text) => text),
    ...settingBlock(document, all),
    ...globalBlocks(document, all),
    ...poolBlock(same, all ? same.length : most.same, (text) => details('Pools that stay', text)),
    ...modelBlock(document),
  ]);
};

function poolBlock(pools: readonly DocumentPoolAdvice[], shown: number, put: (text: string) => string): Block[] {
  if (pools.length === 0) return [];
  const rows = pools
    .slice(0, shown)
    .map((pool) => [
      markdownCode(pool.on),
      amount(pool.current),
      `**${markdown(poolSize(pool))}**`,
      pool.mode,
      markdown([pool.reason, waitWords(pool), releasedWords(pool)].filter((text) => text !== null).join('; ')),
    ]);
  const table = tableOf(
    ['pool', 'now', 'recommended', 'mode', 'reason'],
    ['left', 'right', 'right', 'left', 'left'],
    rows,
  );
  const rest = pools.length - rows.length;
  return [{ what: 'table of pools', text: put(rest === 0 ? table : `${table}\n\n… and ${rest} more pools`) }];
}

function settingBlock({ poolers, databases }: RecommendDocument, all: boolean): Block[] {
  const settings = [
    ...poolers.map((each) => ({ ...each, notes: [] })),
    ...databases.map((each) => ({ ...each, notes: maximumNotes(each) })),
  ];
  if (settings.length === 0) return [];
  const shown = all ? settings : changedFirst(settings, most.settings).slice(0, most.settings);
  const rows = shown.map(({ on, current, recommended, reason, notes }) => [
    markdownCode(on),
    amount(current),
    `**${amount(recommended)}**`,
    markdown([reason, ...notes].join('; ')),
  ]);
  const table = tableOf(['setting', 'now', 'recommended', 'reason'], ['left', 'right', 'right', 'left'], rows);
  const rest = settings.length - shown.length;
  return [{ what: 'table of settings', text: rest === 0 ? table : `${table}\n\n… and ${rest} more settings` }];
}

function globalBlocks({ global_pools: pools }: RecommendDocument, all: boolean): Block[] {
  const lines = capped(pools, all ? pools.length : most.globalPools, 'databases', (global) => [
    `- One transaction-mode ${markdown(global.kind)} in front of ${markdownCode(global.database)} would need:`,
    ...globalPoolLines(global).map((line) => `  - ${markdown(line)}`),
  ]);
  return lines.length === 0 ? [] : [{ what: 'list of poolers', text: lines.join('\n') }];
}

function modelBlock({ model }: RecommendDocument): Block[] {
  if (model.length === 0) return [];
  const text = model.map((line) => `- ${markdown(line)}`).join('\n');
  return [{ what: 'list of assumptions', text: details('Waits are a model, and take for granted', text) }];
}
