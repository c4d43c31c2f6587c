import type { Document, DocumentDatabase, DocumentDatabaseScenario, DocumentPooler } from '../document-types.ts';
import { amount, percent, plural, tally } from './figures.ts';

/** `over`: a scenario does not fit. `slow`: only if old nodes drain slowly. `fits`: all do. */
export type Fit = 'over' | 'slow' | 'fits';

/** The answer for one database or pooler, as plain text that is not yet escaped for any format. */
export interface Answer {
  readonly fit: Fit;
  readonly name: string;
  readonly text: string;
}

type Scenario = { readonly name: string; readonly kind: string; readonly fits: boolean };

/** Whether a database or pooler fits in every scenario. */
export function fitOf({ scenarios }: { readonly scenarios: readonly Scenario[] }): Fit {
  const over = scenarios.filter(({ fits }) => !fits);
  if (over.length === 0) return 'fits';
  return over.every(({ kind }) => kind === 'draining') ? 'slow' : 'over';
}

/** One answer a database, and one a pooler that does not fit: those that do not fit first, else in file order. */
export function answers({ databases, poolers }: Document): Answer[] {
  const unfit = poolers.filter((pooler) => fitOf(pooler) !== 'fits');
  const given = [...databases.map(databaseAnswer), ...unfit.map(poolerAnswer)];
  const order: readonly Fit[] = ['over', 'slow', 'fits'];
  return order.flatMap((fit) => given.filter((answer) => answer.fit === fit));
}

/** The verdict in a sentence, with what was found. */
export function headline(document: Document): string {
  const { databases } = document;
  const over = databases.filter((database) => fitOf(database) === 'over').length;
  return `${fitting(over, databases.length)} ${capitalized(tally(document.counts))}.`;
}

function fitting(over: number, all: number): string {
  if (all === 0) return 'No database is shown.';
  if (over === 0) return all === 1 ? 'The database fits.' : `All ${all} databases fit.`;
  if (all === 1) return 'The database does not fit.';
  return over === all
    ? `None of ${all} databases fits.`
    : `${over} of ${plural(all, 'database')} ${does(over)} not fit.`;
}

const does = (count: number) => (count === 1 ? 'does' : 'do');

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function databaseAnswer(database: DocumentDatabase): Answer {
  const { name, usable, allowed } = database;
  const state = fitOf(database);
  const worst = largest(database.scenarios.filter(telling(state)), ({ connections }) => connections);
  if (worst === undefined) return { fit: state, name, text: 'is in none of these scenarios' };
  const of = usable === null ? '' : ` of ${usable} usable`;
  const may = allowed === usable || allowed === null ? '' : `, ${allowed} allowed`;
  const reach = `${worst.name} opens ${amount(worst.connections)}${of}${may}`;
  return { fit: state, name, text: `${databaseVerdict(state, worst, allowed)}: ${reach}${share(worst)}` };
}

function databaseVerdict(state: Fit, worst: DocumentDatabaseScenario, allowed: number | null): string {
  if (state === 'fits') return 'fits';
  const unless = state === 'slow' ? 'fits unless old nodes drain slowly, then ' : 'does not fit, ';
  return `${unless}${tooMany(worst.connections, allowed)}`;
}

function tooMany(connections: number | null, allowed: number | null): string {
  return connections === null || allowed === null ? 'nothing bounds it' : `${connections - allowed} too many`;
}

const share = ({ utilization }: DocumentDatabaseScenario) => (utilization === null ? '' : ` (${percent(utilization)})`);

function poolerAnswer(pooler: DocumentPooler): Answer {
  const { name } = pooler;
  const state = fitOf(pooler);
  const worst = largest(pooler.scenarios.filter(telling(state)), ({ clients }) => clients);
  if (worst === undefined) return { fit: state, name, text: 'is in none of these scenarios' };
  const { clients, client_limit: limit } = worst;
  const over =
    clients === null || limit === null ? 'nothing bounds its clients' : `${clients - limit} clients too many`;
  const unless = state === 'slow' ? 'fits unless old nodes drain slowly, then ' : 'does not fit, ';
  return {
    fit: state,
    name,
    text: `${unless}${over}: ${worst.name} brings ${amount(clients)} of ${amount(limit)} clients`,
  };
}

/** The scenarios that an answer is about: all of what fits, else those that do not. */
function telling(state: Fit): (scenario: Scenario) => boolean {
  if (state === 'fits') return () => true;
  return ({ fits, kind }) => !fits && (kind === 'draining') === (state === 'slow');
}

function largest<S>(scenarios: readonly S[], size: (scenario: S) => number | null): S | undefined {
  const of = (scenario: S) => size(scenario) ?? Number.POSITIVE_INFINITY;
  return scenarios.reduce<S | undefined>(
    (most, each) => (most === undefined || of(each) > of(most) ? each : most),
    undefined,
  );
}
