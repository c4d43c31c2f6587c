import type { Document, DocumentDatabase, DocumentPooler } from '../../documents/plan/types.ts';
import { plural, tally } from '../../words/figures.ts';
import { percent } from '../../words/units.ts';

/** `over`: a scenario does not fit. `slow`: only if old nodes drain slowly. `fits`: all do. */
export type Fit = 'over' | 'slow' | 'fits';

/** The answer for one database or pooler, as plain text that is not yet escaped for any format. */
export interface Answer {
  readonly fit: Fit;
  readonly name: string;
  readonly text: string;
}

type AnsweredScenario = { readonly name: string; readonly kind: string; readonly fits: boolean };

/** Whether a database or pooler fits in every scenario. */
export function fitOf({ scenarios }: { readonly scenarios: readonly AnsweredScenario[] }): Fit {
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

/** The verdict in a sentence, with what was found. Poolers are named only where one does not fit. */
export function headline({ databases, poolers, counts, only_scenarios: only }: Document): string {
  const fitting = [sentence('database', databases), ...(overOf(poolers) === 0 ? [] : [sentence('pooler', poolers)])];
  const judged = only === null ? '' : ` Judged by ${only.join(', ')} alone.`;
  return `${fitting.join(' ')} ${capitalized(tally(counts))}.${judged}`;
}

const overOf = (places: readonly (DocumentDatabase | DocumentPooler)[]) =>
  places.filter((each) => fitOf(each) === 'over').length;

function sentence(what: string, places: readonly (DocumentDatabase | DocumentPooler)[]): string {
  const all = places.length;
  const over = overOf(places);
  if (all === 0) return `No ${what} is shown.`;
  if (all === 1) return `The ${what} ${over === 0 ? 'fits' : 'does not fit'}.`;
  if (over === 0) return `${all === 2 ? 'Both' : `All ${all}`} ${what}s fit.`;
  if (over === all) return `${all === 2 ? 'Neither' : 'None'} of the ${all} ${what}s fits.`;
  return `${over} of ${all} ${what}s ${over === 1 ? 'does' : 'do'} not fit.`;
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const verdicts: Readonly<Record<Fit, string>> = {
  over: 'does not fit',
  slow: 'fits unless old nodes drain slowly',
  fits: 'fits',
};

const nowhere = 'is in none of these scenarios';

function databaseAnswer(database: DocumentDatabase): Answer {
  const { name, usable, allowed } = database;
  const fit = fitOf(database);
  const worst = largest(database.scenarios.filter(telling(fit)), ({ connections }) => connections);
  if (worst === undefined) return { fit, name, text: nowhere };
  const { connections, utilization } = worst;
  if (connections === null) {
    const room = usable === null ? '' : `, and ${usable} are usable`;
    return { fit, name, text: `${verdicts[fit]}: nothing bounds ${worst.name}${room}` };
  }
  const over = fit === 'fits' || allowed === null ? '' : `, ${connections - allowed} too many`;
  const of = usable === null ? '' : ` of ${usable} usable`;
  const may = allowed === usable || allowed === null ? '' : `, ${allowed} allowed`;
  const share = utilization === null || usable === null ? '' : ` (${percent(utilization)})`;
  return { fit, name, text: `${verdicts[fit]}${over}: ${worst.name} opens ${connections}${of}${may}${share}` };
}

function poolerAnswer(pooler: DocumentPooler): Answer {
  const { name } = pooler;
  const fit = fitOf(pooler);
  const worst = largest(pooler.scenarios.filter(telling(fit)), ({ clients }) => clients);
  if (worst === undefined) return { fit, name, text: nowhere };
  const { clients, client_limit: limit } = worst;
  if (clients === null || limit === null) {
    return { fit, name, text: `${verdicts[fit]}: nothing bounds its clients in ${worst.name}` };
  }
  const over = `${plural(clients - limit, 'client')} too many`;
  return { fit, name, text: `${verdicts[fit]}, ${over}: ${worst.name} brings ${clients}, it accepts ${limit}` };
}

/** The scenarios that an answer is about: all of what fits, else those that do not. */
function telling(fit: Fit): (scenario: AnsweredScenario) => boolean {
  if (fit === 'fits') return () => true;
  return ({ fits, kind }) => !fits && (kind === 'draining') === (fit === 'slow');
}

function largest<S>(scenarios: readonly S[], size: (scenario: S) => number | null): S | undefined {
  const of = (scenario: S) => size(scenario) ?? Number.POSITIVE_INFINITY;
  return scenarios.reduce<S | undefined>(
    (most, each) => (most === undefined || of(each) > of(most) ? each : most),
    undefined,
  );
}
