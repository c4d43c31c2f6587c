import type { DocumentAddend, DocumentDatabaseScenario } from '../../documents/plan/types.ts';
import { short } from '../../words/figures.ts';
import { visible } from '../sanitize.ts';
import { gap, shorten, columns as widthOf } from '../terminal/width.ts';

/** What one source, or several folded into one, opens in each scenario. */
export interface ScenarioColumn {
  readonly label: string;
  /** A second line below the label: `via bouncer`; empty for none. */
  readonly note: string;
  /** One cell a scenario. */
  readonly cells: readonly string[];
}

interface ColumnGroup {
  readonly label: string;
  readonly note: string;
  /** The addends of each scenario. */
  readonly addends: readonly (readonly DocumentAddend[])[];
  readonly most: number;
}

const labelWidth = 16;
const mostColumns = 12;

/**
 * The addends of all scenarios as columns that fit into `width` together: with their arithmetic (`6 x 20 = 120`) if
 * there is room, else as numbers, else those behind a pooler as one, else the smallest as `others (N)`.
 */
export function breakdownColumns(scenarios: readonly DocumentDatabaseScenario[], width: number): ScenarioColumn[] {
  const single = groups(scenarios, ({ source, via }) => `${via ?? ''}\n${source}`, singleLabel);
  const few = single.length <= mostColumns;
  const arithmetic = few ? single.map((group) => column(group, formula)) : [];
  if (few && fits(arithmetic, width)) return arithmetic;
  const numbers = few ? single.map((group) => column(group, sum)) : [];
  if (few && fits(numbers, width)) return numbers;
  const byPooler = groups(scenarios, ({ source, via }) => via ?? source, poolerLabel);
  return withOthers(byPooler, scenarios.length, width);
}

function withOthers(all: readonly ColumnGroup[], scenarios: number, width: number): ScenarioColumn[] {
  const bySize = [...all].sort((a, b) => (a.most === b.most ? 0 : b.most - a.most));
  for (let kept = Math.min(mostColumns, all.length); kept >= 0; kept--) {
    const large = new Set(bySize.slice(0, kept));
    const small = bySize.slice(kept);
    const shown = all.filter((group) => large.has(group)).map((group) => column(group, sum));
    const folded = small.length === 0 ? shown : [...shown, column(others(small, scenarios), sum)];
    if (fits(folded, width) || kept === 0) return folded;
  }
  return [];
}

function others(small: readonly ColumnGroup[], scenarios: number): ColumnGroup {
  const addends = Array.from({ length: scenarios }, (_, index) => small.flatMap(({ addends }) => addends[index] ?? []));
  return { label: `others (${small.length})`, note: '', addends, most: 0 };
}

function groups(
  scenarios: readonly DocumentDatabaseScenario[],
  key: (addend: DocumentAddend) => string,
  label: (addends: readonly DocumentAddend[]) => Pick<ColumnGroup, 'label' | 'note'>,
): ColumnGroup[] {
  const found = new Map<string, DocumentAddend[][]>();
  scenarios.forEach(({ breakdown }, index) => {
    for (const addend of breakdown) {
      const name = key(addend);
      const addends = found.get(name) ?? scenarios.map(() => []);
      found.set(name, addends);
      addends[index]?.push(addend);
    }
  });
  return [...found.values()].map((addends) => {
    const most = Math.max(...addends.map((each) => total(each) ?? Number.POSITIVE_INFINITY));
    return { ...label(addends.flat()), addends, most };
  });
}

function singleLabel([first]: readonly DocumentAddend[]): Pick<ColumnGroup, 'label' | 'note'> {
  const [, other] = /^other_clients\.(.*)$/s.exec(first?.source ?? '') ?? [];
  if (other !== undefined) return { label: name(other), note: 'other' };
  return { label: name(first?.source ?? ''), note: first?.via == null ? '' : `via ${name(first.via)}` };
}

function poolerLabel(addends: readonly DocumentAddend[]): Pick<ColumnGroup, 'label' | 'note'> {
  const pooled = addends.filter(({ via }) => via !== null);
  const sources = new Set(pooled.map(({ source }) => source)).size;
  return sources < 2 ? singleLabel(addends) : { label: name(pooled[0]?.via ?? ''), note: `${sources} behind it` };
}

const name = (text: string) => shorten(visible(text), labelWidth);

function column(
  { label, note, addends }: ColumnGroup,
  cell: (addends: readonly DocumentAddend[]) => string,
): ScenarioColumn {
  return { label, note, cells: addends.map(cell) };
}

const sum = (addends: readonly DocumentAddend[]) => short(total(addends));

function formula(addends: readonly DocumentAddend[]): string {
  const [only, ...more] = addends;
  if (only === undefined || more.length > 0 || only.nodes === null || only.per_node === null) return sum(addends);
  const exact = only.nodes * only.per_node === only.connections;
  return exact ? `${short(only.nodes)} x ${short(only.per_node)} = ${sum(addends)}` : sum(addends);
}

function total(addends: readonly DocumentAddend[]): number | null {
  return addends.reduce<number | null>(
    (sum, { connections }) => (sum === null || connections === null ? null : sum + connections),
    0,
  );
}

/** Columns that a column of the grid takes. */
export function columnWidth({ label, note, cells }: ScenarioColumn): number {
  return Math.max(...[label, note, ...cells].map(widthOf));
}

function fits(shown: readonly ScenarioColumn[], width: number): boolean {
  return shown.reduce((sum, column) => sum + columnWidth(column) + gap, 0) <= width;
}
