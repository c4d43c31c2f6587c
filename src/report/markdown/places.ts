import type {
  Document,
  DocumentDatabase,
  DocumentDatabaseScenario,
  DocumentPooler,
} from '../../documents/plan/types.ts';
import { amount } from '../../words/figures.ts';
import { percent } from '../../words/units.ts';
import { markdown, markdownCode } from '../sanitize.ts';
import { fitOf } from '../sentences/answers.ts';
import { databaseTitle, deployLine, limitLines, memoryLine, poolerTitle } from '../sentences/database.ts';
import { overcommitLines } from '../sentences/overcommit.ts';
import { breakdownColumns } from '../sentences/scenario-columns.ts';
import { details, tableOf } from './blocks.ts';

const few = 5;
const limitsShown = 10;
const breakdownWidth = 120;

/** One folded table a database; of many databases those that do not fit. */
export function databaseBlocks({ databases }: Document, all: boolean): string[] {
  return interesting(databases, all).map((database) => details(databaseTitle(database), databaseBody(database, all)));
}

/** One folded table a pooler; of many poolers those that do not fit. */
export function poolerBlocks({ poolers }: Document, all: boolean): string[] {
  return interesting(poolers, all).map((pooler) => details(poolerTitle(pooler), poolerTable(pooler)));
}

function interesting<T extends DocumentDatabase | DocumentPooler>(places: readonly T[], all: boolean): readonly T[] {
  if (all || places.length <= few) return places;
  return places.filter((each) => fitOf(each) !== 'fits').slice(0, few);
}

function databaseBody(database: DocumentDatabase, all: boolean): string {
  const limits = limitLines(database).slice(0, all ? undefined : limitsShown);
  const notes = [deployLine(database), ...overcommitLines(database), memoryLine(database), ...limits].filter(
    (line) => line !== null,
  );
  return [databaseTable(database), notes.map((note) => `- ${markdown(note)}`).join('\n')]
    .filter((part) => part !== '')
    .join('\n\n');
}

function databaseTable({ scenarios }: DocumentDatabase): string {
  const across = breakdownColumns(scenarios, breakdownWidth);
  const head = across.map(({ label, note }) =>
    [label, note]
      .filter((part) => part !== '')
      .map(markdown)
      .join('<br>'),
  );
  return tableOf(
    ['scenario', ...head, 'total', 'of usable', ''],
    ['left', ...across.map(() => 'right' as const), 'right', 'right', 'left'],
    scenarios.map((scenario, index) => [
      markdownCode(scenario.name),
      ...across.map(({ cells }) => markdown(cells[index] ?? '')),
      `**${amount(scenario.connections)}**`,
      scenario.utilization === null ? '' : percent(scenario.utilization),
      room(scenario),
    ]),
  );
}

function room({ fits, headroom }: DocumentDatabaseScenario): string {
  const icon = fits ? '✅' : '❌';
  if (headroom === null) return icon;
  return `${icon} ${headroom < 0 ? `${-headroom} over` : `${headroom} free`}`;
}

function poolerTable({ scenarios }: DocumentPooler): string {
  return tableOf(
    ['scenario', 'processes', 'clients', 'server connections', ''],
    ['left', 'right', 'right', 'right', 'left'],
    scenarios.map((scenario) => [
      markdownCode(scenario.name),
      String(scenario.processes),
      `**${amount(scenario.clients)}** of ${amount(scenario.client_limit)}`,
      `**${amount(scenario.server_connections)}** of ${amount(scenario.server_capacity)}`,
      scenario.fits ? '✅' : '❌',
    ]),
  );
}
