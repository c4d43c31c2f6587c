import type { DiffDocument, DocumentMovement, DocumentPlaceChange, DocumentQuantity } from '../diff-types.ts';
import { causeName, scenarioRank, signed } from '../words/changes.ts';
import { short } from '../words/figures.ts';

/** A number that moved, as a column of its own: what each cause adds to it. */
export interface EffectColumn {
  /** The scenario, or what the number is where it is the same in all. */
  readonly label: string;
  /** What the number is where it is not what the place is held against; else empty. */
  readonly note: string;
  readonly movement: DocumentMovement;
  /** How much its scenario matters, see `scenarioRank`. */
  readonly rank: number;
}

/** A row across some columns. `others`: causes that have no row of their own, added up. */
export interface EffectRow {
  readonly kind: 'base' | 'cause' | 'others' | 'together' | 'head';
  /** The causes that it stands for. */
  readonly causes: readonly number[];
  readonly cells: readonly string[];
}

const notes: Readonly<Record<DocumentQuantity, string>> = {
  connections: '',
  usable: 'usable',
  allowed: 'limit',
  clients: 'clients',
  client_limit: 'limit',
  server_connections: 'servers',
};

/** The numbers of a place that moved; `usable` only where `allowed` does not say the same. */
export function effectColumns({ movements, scenarios }: DocumentPlaceChange): EffectColumn[] {
  const allowed = movements.find(({ quantity }) => quantity === 'allowed');
  const ranks = new Map(scenarios.map((scenario) => [scenario.name, scenarioRank(scenario)]));
  return movements
    .filter(({ quantity, base, head }) => quantity !== 'usable' || allowed?.base !== base || allowed.head !== head)
    .map((movement) => {
      const { quantity, scenario } = movement;
      const rank = ranks.get(scenario ?? '') ?? 0;
      return scenario === null
        ? { label: notes[quantity], note: '', movement, rank }
        : { label: scenario, note: notes[quantity], movement, rank };
    });
}

const order: Readonly<Record<DocumentQuantity, number>> = {
  allowed: 0,
  client_limit: 0,
  connections: 1,
  clients: 1,
  usable: 2,
  server_connections: 2,
};

const size = (change: number | null): number => (change === null ? Number.MAX_VALUE : Math.abs(change));

/** So many columns, in their order: limits and what is held against them first; of those, what matters and moves the most. */
export function tellingColumns(columns: readonly EffectColumn[], most: number): EffectColumn[] {
  const kept = [...columns]
    .sort(
      ({ movement: a, ...one }, { movement: b, ...other }) =>
        order[a.quantity] - order[b.quantity] || one.rank - other.rank || size(b.change) - size(a.change),
    )
    .slice(0, most);
  return columns.filter((column) => kept.includes(column));
}

/** For each cause that moves a number, by its index, the most that it moves any. */
export function causeSizes({ places }: DiffDocument): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>();
  for (const { movements } of places)
    for (const { effects } of movements)
      for (const { cause, own } of effects) sizes.set(cause, Math.max(sizes.get(cause) ?? 0, size(own)));
  return sizes;
}

/** The causes that move a number, so many of them, those that move the most, in the order they are applied. */
export function tellingCauses(diff: DiffDocument, most: number): number[] {
  const bySize = [...causeSizes(diff)].sort(([, a], [, b]) => b - a);
  return bySize
    .slice(0, most)
    .map(([cause]) => cause)
    .sort((a, b) => a - b);
}

/** The rows of a table in which each column adds up: from the base by each cause of its own and what is left to the head. */
export function effectRows(columns: readonly EffectColumn[], telling: readonly number[]): EffectRow[] {
  const moving = new Set(columns.flatMap(({ movement }) => movement.effects.map(({ cause }) => cause)));
  const own = telling.filter((cause) => moving.has(cause));
  const others = [...moving].filter((cause) => !telling.includes(cause));
  const row = (
    kind: EffectRow['kind'],
    causes: readonly number[],
    cell: (movement: DocumentMovement) => string,
  ): EffectRow => ({ kind, causes, cells: columns.map(({ movement }) => cell(movement)) });
  const interacting = columns.some(({ movement }) => movement.interaction !== null);
  return [
    row('base', [], ({ base }) => short(base)),
    ...own.map((index) => row('cause', [index], ({ effects }) => effectCell(effects, [index]))),
    ...(others.length === 0 ? [] : [row('others', others, ({ effects }) => effectCell(effects, others))]),
    ...(interacting
      ? [row('together', [], ({ interaction }) => (interaction === null ? '' : signed(interaction.change)))]
      : []),
    row('head', [], ({ head }) => short(head)),
  ];
}

/** What some causes do to one number: their sum, or where one has no bound what it comes to; empty for nothing. */
function effectCell(effects: DocumentMovement['effects'], causes: readonly number[]): string {
  const concerned = effects.filter(({ cause }) => causes.includes(cause));
  const last = concerned.at(-1);
  if (last === undefined) return '';
  if (concerned.some(({ own }) => own === null)) return `-> ${short(last.after)}`;
  return signed(concerned.reduce((sum, { own }) => sum + (own ?? 0), 0));
}

/** What a row is called: the cause, or what it stands for. */
export function rowName({ kind, causes }: EffectRow, diff: DiffDocument): string {
  const cause = diff.causes[causes[0] ?? -1];
  if (kind === 'cause') return cause === undefined ? '' : causeName(cause);
  return { base: 'before', others: `others (${causes.length})`, together: 'together', head: 'after' }[kind];
}

/** Interactions of several numbers that the same causes have. */
export interface Together {
  readonly causes: readonly number[];
  /** `deploy +2`. */
  readonly changes: readonly string[];
}

/** Which causes do more, or less, together than each on its own. */
export function interactions(columns: readonly EffectColumn[]): Together[] {
  const groups = new Map<string, { readonly causes: readonly number[]; readonly changes: string[] }>();
  for (const { label, note, movement } of columns) {
    if (movement.interaction === null) continue;
    const { causes, change } = movement.interaction;
    const group = groups.get(causes.join()) ?? { causes, changes: [] };
    groups.set(causes.join(), group);
    group.changes.push(`${label}${note === '' ? '' : ` ${note}`} ${signed(change)}`);
  }
  return [...groups.values()];
}
