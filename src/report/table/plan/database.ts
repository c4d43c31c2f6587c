import type { DocumentDatabase } from '../../../documents/plan/types.ts';
import { databaseTitle, deployLine, limitLines, memoryLine } from '../../sentences/database.ts';
import { overcommitLines } from '../../sentences/overcommit.ts';
import { fold, foldedLine, indent, type Layout, paragraph, type Section } from '../view.ts';
import { scenarioGrid } from './scenarios.ts';

const limitsShown = 5;

/** A database: what it can give, the worst case of every scenario, and what else there is to say about the worst of them. */
export function databaseSection(view: Layout, database: DocumentDatabase): Section {
  const limits = fold(view, limitLines(database), limitsShown);
  const notes = [deployLine(database), ...overcommitLines(database), memoryLine(database), ...limits.shown].filter(
    (line) => line !== null,
  );
  return [
    ...paragraph(view, '', databaseTitle(database), view.paint.strong),
    ...scenarioGrid(view, database).map((line) => indent + line),
    ...notes.flatMap((line) => paragraph(view, indent, line, view.paint.faint)),
    ...foldedLine(view, limits.folded, 'limits of roles and logical databases'),
  ];
}
