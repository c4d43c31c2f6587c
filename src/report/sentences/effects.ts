import type { DiffDocument, DocumentMovement } from '../../documents/diff/types.ts';
import { short } from '../../words/figures.ts';
import { causeName, signed } from './changes.ts';
import { type EffectColumn, size } from './effect-columns.ts';

/** A row across some columns. `others`: causes that have no row of their own, added up. */
export interface EffectRow {
  readonly kind: 'base' | 'cause' | 'others' | 'together' | 'head';
  /** The causes that it stands for. */
  readonly causes: readonly number[];
  readonly cells: readonly string[];
}

/** For each cause that moves a number, by its index, the most that it moves any. */
export function causeSizes({ places }: DiffDocument): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>();
  for (const { movements } of places)
    for (const { effects } of movements)
      for (const { cause, own } of effects) sizes.set(cause, Math.max(sizes.get(cause) ?? 0, size(own)));
  return sizes;
}

/** The causes that move a number, so many of them (one more if it is the last), those that move the most, in the order they are applied. */
export function tellingCauses(diff: DiffDocument, most: number): number[] {
  const bySize = [...causeSizes(diff)].sort(([, a], [, b]) => b - a);
  return bySize
    .slice(0, bySize.length === most + 1 ? most + 1 : most)
    .map(([cause]) => cause)
    .sort((a, b) => a - b);
}

/** The rows of a table in which each column adds up: from the base by each cause of its own and what is left to the head. */
export function effectRows(columns: readonly EffectColumn[], telling: readonly number[]): EffectRow[] {
  const moving = new Set(columns.flatMap(({ movement }) => movement.effects.map(({ cause }) => cause)));
  const small = [...moving].filter((cause) => !telling.includes(cause));
  const others = small.length > 1 ? small : [];
  const own = [...moving].filter((cause) => !others.includes(cause)).sort((a, b) => a - b);
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
