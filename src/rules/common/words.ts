import type { Addend, DatabaseBudget, DatabaseScenario } from '../../budget/types.ts';
import type { Database } from '../../topology/types.ts';
import { amount, plural } from '../../words/figures.ts';
import { listed } from '../../words/lists.ts';

/** `1 connection`, `20 connections`, `unlimited connections`. */
export const connections = (value: number): string => plural(value, 'connection');

const shownAddends = 5;

/** What a number of connections is made of: `web 6 x 20 (2 nodes more), worker 40 via bouncer`; small ones folded. */
export function addends(breakdown: readonly Addend[]): string {
  const counted = breakdown.filter(({ connections }) => connections > 0);
  if (counted.length <= shownAddends) return counted.map(addend).join(', ');
  const bySize = counted.toSorted((a, b) => (a.connections === b.connections ? 0 : b.connections - a.connections));
  const shown = new Set(bySize.slice(0, shownAddends - 1));
  const rest = counted.filter((each) => !shown.has(each));
  const folded = `${rest.length} smaller ones ${amount(rest.reduce((sum, { connections }) => sum + connections, 0))}`;
  return [...counted.filter((each) => shown.has(each)).map(addend), folded].join(', ');
}

function addend({ source, via, nodes, addedNodes, perNode, connections }: Addend): string {
  const name = source.replace(/^other_clients\./, '');
  if (source === via) return `${amount(connections)} that ${via} keeps beyond its clients`;
  const exact = via === null && nodes !== null && perNode !== null && nodes * perNode === connections;
  const opened = exact ? `${nodes} x ${amount(perNode)}` : amount(connections);
  const more = addedNodes > 0 ? ` (${plural(addedNodes, 'node')} more)` : '';
  return `${name} ${opened}${via === null ? '' : ` via ${via}`}${more}`;
}

/** What a database can give: `main has 97 (100 - 3 reserved)`, `main allows 145 (97 x overcommit)`. */
export function capacity(database: Database, budget: DatabaseBudget): string {
  const { name, maxConnections } = database;
  const { usable, allowed } = budget;
  if (allowed !== usable && allowed !== Infinity)
    return `${name} allows ${amount(allowed)} (${amount(usable)} usable, with policy.overcommit)`;
  const kept = maxConnections - usable;
  return `${name} has ${amount(usable)}${kept > 0 ? ` (${amount(maxConnections)} - ${kept} reserved)` : ''}`;
}

/** The scenario with the most connections among these, the earliest of equals; null of none. */
export function worstOf<S extends { readonly connections: number }>(scenarios: readonly S[]): S | null {
  return scenarios.reduce<S | null>(
    (worst, each) => (worst === null || each.connections > worst.connections ? each : worst),
    null,
  );
}

/** `; too many in peak (144) and black-friday (160)`, or nothing: other figures that share a finding with the worst one. */
export function others(
  scenarios: readonly Pick<DatabaseScenario, 'name' | 'connections'>[],
  worst: Pick<DatabaseScenario, 'connections'>,
  what: string,
): string {
  const rest = scenarios.filter(({ connections }) => connections !== worst.connections);
  if (rest.length === 0) return '';
  return `; ${what} ${listed(rest.map(({ name, connections }) => `${name} (${amount(connections)})`))}`;
}
