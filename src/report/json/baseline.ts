import { bounded } from '../../documents/values.ts';
import type { BaselineEntry } from '../../findings/baseline.ts';
import { jsonText } from '../sanitize.ts';

/** The text of a baseline file: JSON with one entry a line, so that a line of a diff is a finding. */
export function renderBaseline(entries: readonly BaselineEntry[]): string {
  const lines = entries.map((entry) => `    ${JSON.stringify(toJson(entry))}`);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return jsonText(`{\n  "schema_version": 1,\n  "entries": ${list}\n}\n`);
}

function toJson({ file, rule, on, severity, excess }: BaselineEntry) {
  const amounts = excess.map(({ scenario, amount }) => ({ scenario, amount: bounded(amount) }));
  return { file, rule, on, severity, excess: amounts };
}
