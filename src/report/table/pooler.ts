import type { DocumentPooler, DocumentPoolerScenario } from '../document-types.ts';
import { grid } from '../grid.ts';
import { visible } from '../sanitize.ts';
import { shorten } from '../text.ts';
import { fitOf } from '../words/answers.ts';
import { poolerTitle } from '../words/database.ts';
import { short } from '../words/figures.ts';
import { fitStyle, indent, paragraph, type Section, signs, type View } from './view.ts';

const scenarioWidth = 20;

/** A pooler as a table: scenarios down; clients against their limit, server connections against what it could open. */
export function poolerSection(view: View, pooler: DocumentPooler): Section {
  const head = ['  scenario', 'processes', 'clients', '', 'server connections'];
  const lines = grid(
    head.map(view.paint.faint),
    pooler.scenarios.map((scenario) => row(view, scenario)),
    ['left', 'right', 'right', 'left', 'right'],
  );
  return [...paragraph(view, '', poolerTitle(pooler), view.paint.strong), ...lines.map((line) => indent + line)];
}

function row(view: View, scenario: DocumentPoolerScenario): string[] {
  const { name, processes, clients, client_limit, server_connections, server_capacity } = scenario;
  const state = fitOf({ scenarios: [scenario] });
  const style = fitStyle(view, state);
  return [
    `${style(signs[state])} ${shorten(visible(name), scenarioWidth)}`,
    short(processes),
    `${view.paint.strong(short(clients))} of ${short(client_limit)}`,
    style(room(scenario)),
    `${view.paint.strong(short(server_connections))} of ${short(server_capacity)}`,
  ];
}

function room({ clients, client_limit: limit }: DocumentPoolerScenario): string {
  if (clients === null) return 'no bound';
  if (limit === null) return 'no limit';
  return clients > limit ? `${short(clients - limit)} over` : `${short(limit - clients)} free`;
}
