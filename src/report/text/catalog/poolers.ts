import type { Breakage, PoolerKind, PoolerParameter } from '../../../catalog/types.ts';
import { type CatalogEntry, type Fact, type Sheet, withNote } from './sheet.ts';

/** `PgBouncer: session, transaction or statement mode`. */
export const poolerEntry = ({ id, name, modes }: PoolerKind): CatalogEntry => [id, `${name}: ${modes.join(', ')}`];

/** Parameters, counting rule and broken features of a pooler. */
export const poolerSheet = (pooler: PoolerKind): Sheet => ({
  title: `${pooler.name} (${pooler.engines.join(', ')})`,
  usage: `kind: ${pooler.id}`,
  evidence: pooler,
  parts: [
    { heading: 'Server connections, at most', facts: [{ text: pooler.worstCase }] },
    { heading: 'Modes', facts: [{ text: modes(pooler) }] },
    { heading: 'Parameters', facts: pooler.parameters.map(parameter) },
    { heading: 'Features that suffer', facts: pooler.breaks.map(breakage) },
    {
      heading: 'Refused clients',
      facts: pooler.errors.map((error) => ({
        label: error.code ?? '-',
        text: `${error.text} (${error.when})`,
        evidence: error,
      })),
    },
    { heading: 'Notes', facts: pooler.notes.map((note) => ({ text: note.text, evidence: note })) },
  ],
});

const modes = ({ modes, defaultMode }: PoolerKind): string =>
  `${modes.join(', ')}; by default ${defaultMode ?? 'none: it has to be chosen'}`;

function parameter(each: PoolerParameter): Fact {
  const unlimited = each.unlimitedAt === undefined ? [] : `${each.unlimitedAt} means no limit`;
  const text = [`default ${each.default ?? 'unknown'}`, unlimited].flat().join('; ');
  return { label: each.key, text: withNote(text, each.note), evidence: each };
}

function breakage(each: Breakage): Fact {
  const { feature, modes, effect, engines, survives, note } = each;
  const where = `${modes.join(' and ')} mode${engines === undefined ? '' : ` with ${engines.join(', ')}`}`;
  const what = effect === 'breaks' ? `breaks in ${where}` : `pins its server connection in ${where}`;
  const cure = survives === undefined ? [] : `survives with ${survives.parameter} above 0${since(survives)}`;
  return { label: feature, text: withNote([what, cure].flat().join('; '), note), evidence: each };
}

function since({ since, defaultSince }: NonNullable<Breakage['survives']>): string {
  const possible = since === null ? [] : `possible since ${since}`;
  const default_ = defaultSince === null ? [] : `the default since ${defaultSince}`;
  const both = [possible, default_].flat().join(', ');
  return both === '' ? '' : ` (${both})`;
}
