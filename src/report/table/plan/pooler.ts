import type { DocumentPooler, DocumentPoolerScenario } from '../../../documents/plan/types.ts';
import { short } from '../../../words/figures.ts';
import { visible } from '../../sanitize.ts';
import { fitOf } from '../../sentences/answers.ts';
import { poolerTitle } from '../../sentences/database.ts';
import { type Align, grid } from '../../terminal/grid.ts';
import { columns, gap, shorten } from '../../terminal/width.ts';
import { fitStyle, indent, type Layout, paragraph, type Section, signs } from '../view.ts';

/** A column beside the names of the scenarios. */
interface PoolerColumn {
  readonly head: string;
  readonly align: Align;
  readonly cell: (scenario: DocumentPoolerScenario) => string;
  readonly style?: (view: Layout, scenario: DocumentPoolerScenario) => (text: string) => string;
}

const processes: PoolerColumn = { head: 'processes', align: 'right', cell: ({ processes }) => short(processes) };
const clients: PoolerColumn = {
  head: 'clients',
  align: 'right',
  cell: ({ clients, client_limit: limit }) => of(clients, limit),
  style: ({ paint }) => paint.strong,
};
const left: PoolerColumn = {
  head: '',
  align: 'left',
  cell: leftText,
  style: (view, scenario) => fitStyle(view, fitOf({ scenarios: [scenario] })),
};
/** Connections to the database. */
const servers: PoolerColumn = {
  head: 'servers',
  align: 'right',
  cell: ({ server_connections: connections, server_capacity: capacity }) => of(connections, capacity),
};

/** From the most to the least that a line can hold. */
const layouts = [
  [processes, clients, left, servers],
  [clients, left, servers],
  [clients, servers],
];
const leastName = 8;
const mostName = 20;

/** A pooler: scenarios down; clients against what it accepts, connections to the database against what it could open. */
export function poolerSection(view: Layout, pooler: DocumentPooler): Section {
  return [
    ...paragraph(view, '', poolerTitle(pooler), view.paint.strong),
    ...scenarioGrid(view, pooler).map((line) => indent + line),
  ];
}

function scenarioGrid(view: Layout, { scenarios }: DocumentPooler): string[] {
  const names = scenarios.map(({ name }) => shorten(visible(name), mostName));
  const room = (layout: readonly PoolerColumn[]) => view.width - columns(`${indent}✓ `) - widthOf(layout, scenarios);
  const wanted = Math.max(leastName, ...names.map(columns));
  const layout = layouts.find((each) => room(each) >= wanted) ?? layouts.at(-1) ?? [];
  const nameWidth = Math.max(leastName, room(layout));
  const rows = scenarios.map((scenario, index) => {
    const state = fitOf({ scenarios: [scenario] });
    const name = `${fitStyle(view, state)(signs[state])} ${shorten(names[index] ?? '', nameWidth)}`;
    return [name, ...layout.map(({ cell, style }) => (style?.(view, scenario) ?? String)(cell(scenario)))];
  });
  const head = ['  scenario', ...layout.map(({ head }) => head)].map(view.paint.faint);
  return grid(head, rows, ['left', ...layout.map(({ align }) => align)]);
}

function widthOf(layout: readonly PoolerColumn[], scenarios: readonly DocumentPoolerScenario[]): number {
  const widths = layout.map(({ head, cell }) =>
    Math.max(columns(head), ...scenarios.map((each) => columns(cell(each)))),
  );
  return widths.reduce((sum, width) => sum + gap + width, 0);
}

const of = (value: number | null, limit: number | null) =>
  limit === null ? short(value) : `${short(value)} of ${short(limit)}`;

function leftText({ clients, client_limit: limit }: DocumentPoolerScenario): string {
  if (clients === null || limit === null) return limit === null ? 'no limit' : 'no bound';
  return clients > limit ? `${short(clients - limit)} over` : `${short(limit - clients)} free`;
}
