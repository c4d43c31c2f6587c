import type { Changes, Edit, Movement } from '../changes/types.ts';
import { identity } from '../findings/compare.ts';
import { verdict } from '../findings/verdict.ts';
import type * as Diff from './diff-types.ts';
import type { Connections, Document, DocumentDatabase, DocumentPooler } from './document-types.ts';
import { bounded } from './document-values.ts';

export type * from './diff-types.ts';

/**
 * What a change does, as the versioned document that every format is made from.
 * @param base the plan before; null for a file that is new
 * @param head the plan now, its findings marked with what became of them
 */
export function toDiffDocument(base: Document | null, head: Document, changes: Changes): Diff.DiffDocument {
  const places = [
    ...placesOf('database', base?.databases ?? [], head.databases, changes.movements),
    ...placesOf('pooler', base?.poolers ?? [], head.poolers, changes.movements),
  ];
  const there = new Set(head.findings.map(identity));
  const having = (change: string) => head.findings.filter((finding) => finding.change === change);
  return {
    schema_version: 1,
    base: base?.topology ?? null,
    head: head.topology,
    verdict: { base: base?.verdict ?? null, head: alone(head) },
    changed: places.some(({ status }) => status !== 'same'),
    causes: changes.causes.map(({ edits, needs }) => ({ edits: edits.map(toEdit), needs })),
    places,
    findings: {
      new: having('new'),
      worse: having('worse'),
      fixed: base?.findings.filter((finding) => !there.has(identity(finding))) ?? [],
      unchanged: having('unchanged'),
    },
  };
}

/** The verdict of a plan whatever it was before. */
const alone = ({ findings, policy }: Document) =>
  verdict(
    findings.map((finding) => ({ ...finding, change: null })),
    policy.fail_on,
  );

const toEdit = ({ paths, from, to, location }: Edit): Diff.DocumentEdit => ({
  paths,
  from: written(from),
  to: written(to),
  location,
});

function written(value: unknown): string | null {
  if (value === undefined) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

type Place = DocumentDatabase | DocumentPooler;
type Kind = Diff.DocumentPlaceChange['kind'];

function placesOf(
  kind: Kind,
  base: readonly Place[],
  head: readonly Place[],
  all: readonly Movement[],
): Diff.DocumentPlaceChange[] {
  const before = new Map(base.map((place) => [place.name, place]));
  const now = new Map(head.map((place) => [place.name, place]));
  return [...new Set([...now.keys(), ...before.keys()])].map((name) => {
    const movements = all.filter(({ figure }) => figure.kind === kind && figure.name === name);
    const [old, recent] = [before.get(name), now.get(name)];
    const scenarios = scenariosOf(kind, old, recent, movements);
    const moves = movements.some((movement) => movement.base !== movement.head);
    const status = old === undefined ? 'added' : recent === undefined ? 'removed' : moves ? 'changed' : 'same';
    return { on: `${kind}s.${name}`, name, kind, status, scenarios, movements: movements.map(toMovement) };
  });
}

/** Every scenario of either side: what moved as the movement has it, what did not as either side has it. */
function scenariosOf(
  kind: Kind,
  old: Place | undefined,
  recent: Place | undefined,
  movements: readonly Movement[],
): Diff.DocumentScenarioChange[] {
  const kinds = new Map(
    [...(recent?.scenarios ?? []), ...(old?.scenarios ?? [])].map(({ name, kind }) => [name, kind]),
  );
  return [...kinds].map(([name, promise]) => {
    const shown = read(recent, name) ?? read(old, name);
    const both = (what: 'load' | 'limit'): readonly [Connections, Connections] => {
      const moved = movements.find(({ figure }) => isMeant(figure, name, what));
      if (moved !== undefined) return [bounded(moved.base), bounded(moved.head)];
      const value = shown?.[what] ?? null;
      return [old === undefined ? 0 : value, recent === undefined ? 0 : value];
    };
    const [base, head] = both('load');
    const [base_limit, head_limit] = both('limit');
    const base_fits = fits(kind, base, base_limit);
    return {
      name,
      kind: promise,
      base,
      head,
      base_limit,
      head_limit,
      base_fits,
      head_fits: fits(kind, head, head_limit),
    };
  });
}

const loads: readonly string[] = ['connections', 'clients'];
const limits: readonly string[] = ['allowed', 'client_limit'];

function isMeant({ quantity, scenario }: Movement['figure'], name: string, what: 'load' | 'limit'): boolean {
  return (scenario === null || scenario.name === name) && (what === 'load' ? loads : limits).includes(quantity);
}

/** What a scenario brings against what it may; undefined where the place does not show it. */
function read(
  place: Place | undefined,
  name: string,
): { readonly load: Connections; readonly limit: Connections } | undefined {
  if (place === undefined) return undefined;
  if ('allowed' in place) {
    const scenario = place.scenarios.find((each) => each.name === name);
    return scenario && { load: scenario.connections, limit: place.allowed };
  }
  const scenario = place.scenarios.find((each) => each.name === name);
  return scenario && { load: scenario.clients, limit: scenario.client_limit };
}

/** What has no bound fits into a pooler that has none either, and into no database. */
function fits(kind: Kind, load: Connections, limit: Connections): boolean {
  if (load === null) return kind === 'pooler' && limit === null;
  return limit === null || load <= limit;
}

function toMovement({ figure, base, head, effects, interaction }: Movement): Diff.DocumentMovement {
  return {
    quantity: figure.quantity,
    scenario: figure.scenario?.name ?? null,
    base: bounded(base),
    head: bounded(head),
    change: base === head ? 0 : bounded(head - base),
    effects: effects.map(({ cause, own, after }) => ({ cause, own: bounded(own), after: bounded(after) })),
    interaction,
  };
}
