import type {
  DiffDocument,
  DocumentCause,
  DocumentMovement,
  DocumentOvercommitChange,
  DocumentPlaceChange,
  DocumentQuantity,
} from '../../../src/documents/diff/types.ts';
import { toFinding } from '../../../src/documents/plan/document.ts';
import type { Finding } from '../../../src/findings/types.ts';
import { finding } from '../plans.ts';

/** One number in few words: where it comes from, what each cause does to it on its own, and what some do together. */
export interface SketchedNumber {
  readonly base: number;
  /** By cause; Infinity: the cause takes every bound away. */
  readonly own?: Readonly<Record<number, number>>;
  readonly together?: { readonly causes: readonly number[]; readonly change: number };
}

export interface SketchedPlace {
  readonly on: string;
  readonly status?: DocumentPlaceChange['status'];
  /** Connections or clients by scenario. */
  readonly scenarios: Readonly<Record<string, SketchedNumber>>;
  /** Allowed connections, or the client limit. */
  readonly limit: SketchedNumber;
  /** Connections that a pooler opens, by scenario. */
  readonly servers?: Readonly<Record<string, SketchedNumber>>;
  /** How probable overcommit of a database is, by scenario. */
  readonly overcommit?: Readonly<Record<string, DocumentOvercommitChange>>;
}

export interface SketchedDiff {
  readonly base?: string | null;
  readonly head?: string;
  readonly verdict?: DiffDocument['verdict'];
  readonly causes?: readonly DocumentCause[];
  readonly places?: readonly SketchedPlace[];
  readonly findings?: Partial<Record<keyof DiffDocument['findings'], readonly Partial<Finding>[]>>;
}

/** A cause of one edit. */
export function cause(
  path: string,
  from: string | null,
  to: string | null,
  line = 1,
  needs: number[] = [],
): DocumentCause {
  return { edits: [{ paths: [path], from, to, location: { path: 'topology.yml', line, column: 5 } }], needs };
}

/** The document of a sketched change: every number follows from its base by the simplest sum. */
export function sketchDiff(sketch: SketchedDiff): DiffDocument {
  const { base = 'git:origin/main:topology.yml', head = 'topology.yml', causes = [], findings = {} } = sketch;
  const places = (sketch.places ?? []).map(place);
  const found = (kind: keyof DiffDocument['findings']) =>
    (findings[kind] ?? []).map((part) => toFinding(finding({ change: kind === 'fixed' ? null : kind, ...part }, head)));
  const fits = (side: 'base_fits' | 'head_fits') =>
    places.every(({ scenarios }) => scenarios.every((scenario) => scenario[side])) ? 'pass' : 'fail';
  return {
    schema_version: 1,
    base,
    head,
    verdict: sketch.verdict ?? { base: base === null ? null : fits('base_fits'), head: fits('head_fits') },
    changed: places.some(({ movements }) => movements.length > 0),
    causes,
    places,
    findings: { new: found('new'), worse: found('worse'), fixed: found('fixed'), unchanged: found('unchanged') },
  };
}

const bounded = (value: number) => (Number.isFinite(value) ? value : null);

function place({ on, status, scenarios, limit, servers = {}, overcommit = {} }: SketchedPlace): DocumentPlaceChange {
  const [room = '', name = ''] = on.split(/\.(.*)/s);
  const kind = room === 'databases' ? 'database' : 'pooler';
  const limits: readonly DocumentQuantity[] = kind === 'database' ? ['usable', 'allowed'] : ['client_limit'];
  const numbers: readonly (readonly [DocumentQuantity, string | null, SketchedNumber])[] = [
    ...limits.map((quantity) => [quantity, null, limit] as const),
    ...Object.entries(scenarios).map(
      ([scenario, number]) => [kind === 'database' ? 'connections' : 'clients', scenario, number] as const,
    ),
    ...Object.entries(servers).map(([scenario, number]) => ['server_connections', scenario, number] as const),
  ];
  const movements = numbers
    .map(([quantity, scenario, number]) => movement(quantity, scenario, number))
    .filter(({ base, head }) => base !== head);
  return {
    on,
    name,
    kind,
    status: status ?? (movements.length + Object.keys(overcommit).length > 0 ? 'changed' : 'same'),
    scenarios: Object.entries(scenarios).map(([scenario, number]) => ({
      name: scenario,
      kind: scenario.endsWith('draining')
        ? ('draining' as const)
        : scenario.endsWith('deploy')
          ? ('deploy' as const)
          : ('steady' as const),
      base: bounded(number.base),
      head: bounded(headOf(number)),
      base_limit: bounded(limit.base),
      head_limit: bounded(headOf(limit)),
      base_fits: number.base <= limit.base && isLikelyNoMore(overcommit[scenario], 'base'),
      head_fits: headOf(number) <= headOf(limit) && isLikelyNoMore(overcommit[scenario], 'head'),
      overcommit: overcommit[scenario] ?? null,
    })),
    movements,
  };
}

const isLikelyNoMore = (change: DocumentOvercommitChange | undefined, side: 'base' | 'head') =>
  (change?.[side] ?? 0) <= (change?.[`${side}_allowed`] ?? 1);

function headOf({ base, own = {}, together }: SketchedNumber): number {
  return Object.values(own).reduce((sum, each) => sum + each, base) + (together?.change ?? 0);
}

function movement(quantity: DocumentQuantity, scenario: string | null, number: SketchedNumber): DocumentMovement {
  const { base, own = {}, together } = number;
  const head = headOf(number);
  let after = base;
  const effects = Object.entries(own).map(([index, change]) => {
    after += change;
    return { cause: Number(index), own: bounded(change), after: bounded(after) };
  });
  return {
    quantity,
    scenario,
    base: bounded(base),
    head: bounded(head),
    change: bounded(head - base),
    effects,
    interaction: Number.isFinite(head) ? (together ?? null) : null,
  };
}
