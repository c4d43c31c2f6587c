import type { DocumentMovement, DocumentPlaceChange, DocumentQuantity } from '../../documents/diff/types.ts';
import { scenarioRank } from './scenario-changes.ts';

/** A number that moved, as a column of its own: what each cause adds to it. */
export interface EffectColumn {
  /** The scenario, or what the number is where it is the same in all. */
  readonly label: string;
  /** What the number is where it is not what the place is held against; else empty. */
  readonly note: string;
  readonly movement: DocumentMovement;
  /** How much it matters, the least first: that of its scenario, see `scenarioRank`, or `repeated`. */
  readonly rank: number;
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
  const seen = new Set<string>();
  return movements
    .filter(({ quantity, base, head }) => quantity !== 'usable' || allowed?.base !== base || allowed.head !== head)
    .map((movement) => {
      const { quantity, scenario } = movement;
      const numbers = JSON.stringify({ ...movement, scenario: null });
      const rank = seen.has(numbers) ? repeated : (ranks.get(scenario ?? '') ?? 0);
      seen.add(numbers);
      return scenario === null
        ? { label: notes[quantity], note: '', movement, rank }
        : { label: scenario, note: notes[quantity], movement, rank };
    });
}

/** The rank of a column with the same numbers as one before it. */
const repeated = 3;

const order: Readonly<Record<DocumentQuantity, number>> = {
  allowed: 0,
  client_limit: 0,
  connections: 1,
  clients: 1,
  usable: 2,
  server_connections: 2,
};

/** How much a number changes, the most for one that gains or loses its bound. */
export const size = (change: number | null): number => (change === null ? Number.MAX_VALUE : Math.abs(change));

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
