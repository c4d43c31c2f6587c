import { subject } from '../../documents/plan/subject.ts';
import type { Document, DocumentDatabase, DocumentPooler } from '../../documents/plan/types.ts';
import type { Formatter } from '../formatter.ts';
import { visible } from '../sanitize.ts';
import { fitOf } from '../sentences/answers.ts';
import { shorten } from '../terminal/width.ts';
import { answerSection } from './answer.ts';
import { assumptionsSection, recommendationsSection, spareSection, waysOutSections } from './plan/advice.ts';
import { databaseSection } from './plan/database.ts';
import { findingsSection } from './plan/findings.ts';
import { poolerSection } from './plan/pooler.ts';
import { fold, foldedLine, joined, type Layout, type Section, viewOf } from './view.ts';

const few = 3;
const tables = 5;

/** What a person reads on a terminal: the answer first, then its reasons. No line is wider than `width` (60 or more). */
export const table: Formatter = (documents, options) => {
  const view = viewOf(options);
  const plans = documents.map((document) => joined(sections(view, document)));
  if (documents.length === 1) return `${plans[0]}\n`;
  return plans.map((plan, index) => `${title(view, documents[index]?.topology ?? '')}\n\n${plan}\n`).join('\n\n');
};

function title({ paint, width }: Layout, path: string): string {
  const shown = shorten(visible(path), width - 6);
  return paint.strong(`── ${shown} ${'─'.repeat(2)}`);
}

function sections(view: Layout, document: Document): Section[] {
  const concerned = concernedNames(document);
  const ofInterest = (each: DocumentDatabase | DocumentPooler) => fitOf(each) !== 'fits' || concerned.has(each.name);
  const databases = fold(view, interesting(view, document.databases, ofInterest), tables);
  const poolers = fold(view, interesting(view, document.poolers, ofInterest), tables);
  return [
    answerSection(view, document),
    ...databases.shown.map((database) => databaseSection(view, database)),
    ...section(foldedLine(view, databases.folded, 'databases that do not fit or have findings')),
    ...poolers.shown.map((pooler) => poolerSection(view, pooler)),
    ...section(foldedLine(view, poolers.folded, 'poolers that do not fit or have findings')),
    ...findingsSection(view, document),
    ...waysOutSections(view, document),
    ...recommendationsSection(view, document),
    ...spareSection(view, document),
    ...assumptionsSection(view, document),
  ];
}

const section = (lines: Section): Section[] => (lines.length === 0 ? [] : [lines]);

/** All of a few; of many only those of interest. */
function interesting<T>({ all }: Layout, items: readonly T[], ofInterest: (item: T) => boolean): readonly T[] {
  return all || items.length <= few ? items : items.filter(ofInterest);
}

/** Databases and poolers that an open error or warning is about. */
function concernedNames({ databases, poolers, findings }: Document): ReadonlySet<string> {
  const names = (items: readonly { readonly name: string }[]) => new Set(items.map(({ name }) => name));
  const rooms = { databases: names(databases), poolers: names(poolers), services: new Set<string>() };
  const open = findings.filter(({ accepted, severity }) => !accepted && severity !== 'info');
  return new Set(open.flatMap(({ on }) => subject(on, rooms)?.name ?? []));
}
