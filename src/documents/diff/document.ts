import type { Changes, Edit, Movement } from '../../changes/types.ts';
import { identity } from '../../findings/compare.ts';
import { verdict } from '../../findings/verdict.ts';
import type { Document } from '../plan/types.ts';
import { bounded } from '../values.ts';
import { isChanged } from './changed.ts';
import { type PlaceKind, type Side, scenariosOf } from './scenarios.ts';
import type * as Diff from './types.ts';

export type * from './types.ts';

/**
 * What a change does, as the versioned document that every format is made from.
 * @param base the plan before; null for a file that is new
 * @param head the plan now, its findings marked with what became of them
 */
export function toDiffDocument(base: Document | null, head: Document, changes: Changes): Diff.DiffDocument {
  const places = [...placesOf('database', base, head, changes), ...placesOf('pooler', base, head, changes)];
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

function placesOf(
  kind: PlaceKind,
  base: Document | null,
  head: Document,
  { movements: all, overcommit }: Changes,
): Diff.DocumentPlaceChange[] {
  const [before, now] = [sidesOf(kind, base), sidesOf(kind, head)];
  return [...new Set([...now.keys(), ...before.keys()])].map((name) => {
    const movements = all.filter(({ figure }) => figure.kind === kind && figure.name === name);
    const likely = kind === 'database' ? overcommit.filter(({ database }) => database === name) : [];
    const [old, recent] = [before.get(name), now.get(name)];
    const scenarios = scenariosOf(kind, old, recent, { movements, overcommit: likely });
    const moves = movements.some((movement) => movement.base !== movement.head) || scenarios.some(isChanged);
    const status = old === undefined ? 'added' : recent === undefined ? 'removed' : moves ? 'changed' : 'same';
    return { on: `${kind}s.${name}`, name, kind, status, scenarios, movements: movements.map(toMovement) };
  });
}

function sidesOf(kind: PlaceKind, document: Document | null): ReadonlyMap<string, Side> {
  if (document === null) return new Map();
  const places = kind === 'database' ? document.databases : document.poolers;
  return new Map(places.map((place) => [place.name, { place, policy: document.policy }]));
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
