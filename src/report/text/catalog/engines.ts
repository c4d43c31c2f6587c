import type { Engine, EngineSetting, VersionRange } from '../../../catalog/types.ts';
import { bytes } from '../../../words/units.ts';
import { type CatalogEntry, type Fact, type Sheet, withNote } from './sheet.ts';

/** `PostgreSQL: 100 connections by default`. */
export const engineEntry = ({ id, name, maxConnections }: Engine): CatalogEntry => [
  id,
  `${name}: ${limit(maxConnections.default)}`,
];

/** Limits, reserved slots, errors and memory of an engine. */
export const engineSheet = (engine: Engine): Sheet => ({
  title: engine.name,
  usage: `engine: ${engine.id}`,
  parts: [
    { heading: 'Limit and reserved connections', facts: [engine.maxConnections, ...engine.reservations].map(setting) },
    {
      heading: 'Memory of a connection',
      facts: engine.connectionMemory.map((memory) => ({
        label: range(bytes(memory.lowBytes), bytes(memory.highBytes)),
        text: memory.note,
        evidence: memory,
      })),
    },
    {
      heading: 'Refused logins',
      facts: engine.errors.map((error) => ({
        label: error.sqlstate,
        text: `${error.message}${versions(error)}`,
        evidence: error,
      })),
    },
    { heading: 'Notes', facts: engine.notes.map((note) => ({ text: note.text, evidence: note })) },
  ],
});

function setting(each: EngineSetting): Fact {
  return { label: each.key, text: withNote(limit(each.default) + versions(each), each.note), evidence: each };
}

function limit(connections: number | null): string {
  if (connections === null) return 'no fixed default';
  return Number.isFinite(connections) ? `${connections} by default` : 'no limit';
}

function versions({ since, until }: VersionRange): string {
  if (since !== undefined && until !== undefined) return `, versions ${range(since, until)}`;
  if (since !== undefined) return `, since version ${since}`;
  return until === undefined ? '' : `, up to version ${until}`;
}

const range = (low: string | number, high: string | number): string => (low === high ? `${low}` : `${low} to ${high}`);
