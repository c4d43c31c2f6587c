import type { BaselineEntry } from '../findings/baseline.ts';
import type { Excess } from '../findings/types.ts';
import { bounded } from './document-values.ts';
import { jsonText } from './sanitize.ts';

/** The text of a baseline file: JSON with one entry a line, so that a line of a diff is a finding. */
export function renderBaseline(entries: readonly BaselineEntry[]): string {
  const lines = entries.map((entry) => `    ${JSON.stringify({ ...entry, excess: entry.excess.map(toJson) })}`);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return jsonText(`{\n  "schema_version": 1,\n  "entries": ${list}\n}\n`);
}

const toJson = ({ scenario, amount }: Excess) => ({ scenario, amount: bounded(amount) });
