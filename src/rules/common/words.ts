import type { Addend, DatabaseBudget, DatabaseScenario } from '../../budget/types.ts';
import type { Database, Ratio } from '../../topology/types.ts';

/** A number as messages write it; `unlimited` for Infinity. */
export const number = (value: number): string => (value === Infinity ? 'unlimited' : String(value));

/** `1 node`, `20 nodes`, `unlimited nodes`. */
export const count = (value: number, noun: string): string => `${number(value)} ${noun}${value === 1 ? '' : 's'}`;

/** `1 connection`, `20 connections`, `unlimited connections`. */
export const connections = (value: number): string => count(value, 'connection');

/** `a, b and c`; beyond `most` items `a, b and 7 more`. */
export function list(items: readonly string[], most = 4): string {
  const shown = items.length > most ? [...items.slice(0, most - 1), `${items.length - most + 1} more`] : items;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}

const shownAddends = 5;

/** What a number of connections is made of: `web 6 x 20 (2 nodes more), worker 40 by way of bouncer`; small ones folded. */
export function addends(breakdown: readonly Addend[]): string {
  const counted = breakdown.filter(({ connections }) => connections > 0);
  if (counted.length <= shownAddends) return counted.map(addend).join(', ');
  const bySize = counted.toSorted((a, b) => (a.connections === b.connections ? 0 : b.connections - a.connections));
  const shown = new Set(bySize.slice(0, shownAddends - 1));
  const rest = counted.filter((each) => !shown.has(each));
  const folded = `${rest.length} smaller ones ${number(rest.reduce((sum, { connections }) => sum + connections, 0))}`;
  return [...counted.filter((each) => shown.has(each)).map(addend), folded].join(', ');
}

function addend({ source, via, nodes, addedNodes, perNode, connections }: Addend): string {
  const name = source.replace(/^other_clients\./, '');
  if (source === via) return `${number(connections)} that ${via} keeps beyond its clients`;
  const exact = via === null && nodes !== null && perNode !== null && nodes * perNode === connections;
  const amount = exact ? `${nodes} x ${number(perNode)}` : number(connections);
  const more = addedNodes > 0 ? ` (${count(addedNodes, 'node')} more)` : '';
  return `${name} ${amount}${via === null ? '' : ` by way of ${via}`}${more}`;
}

/** What a database can give: `main has 97 (100 - 3 reserved)`, `main allows 145 (97 x overcommit)`. */
export function capacity(database: Database, budget: DatabaseBudget): string {
  const { name, maxConnections } = database;
  const { usable, allowed } = budget;
  if (allowed !== usable && allowed !== Infinity)
    return `${name} allows ${number(allowed)} (${number(usable)} usable, with policy.overcommit)`;
  const kept = maxConnections - usable;
  return `${name} has ${number(usable)}${kept > 0 ? ` (${number(maxConnections)} - ${kept} reserved)` : ''}`;
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
  return `; ${what} ${list(rest.map(({ name, connections }) => `${name} (${number(connections)})`))}`;
}

/** A ratio as people write it: `10%`, `12.5%`. */
export const percent = ({ numerator, denominator }: Ratio): string =>
  `${Math.round((numerator / denominator) * 1000) / 10}%`;

const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

/** Bytes as people write them, with at most one decimal: `5MB`, `512MiB`, `2.5GiB`. */
export function bytes(value: number, round: 'nearest' | 'up' = 'nearest'): string {
  if (value > 0 && value % 1e6 === 0) return value % 1e9 === 0 ? `${value / 1e9}GB` : `${value / 1e6}MB`;
  const unit = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log2(value) / 10)));
  const tenths = (value / 1024 ** unit) * 10;
  return `${(round === 'up' ? Math.ceil(tenths) : Math.round(tenths)) / 10}${units[unit]}`;
}
