import { type GateStatus, judgedIn } from '../../documents/check/gate.ts';
import type { CheckDocument } from '../../documents/check/types.ts';
import type { DiffDocument } from '../../documents/diff/types.ts';
import type { Document, DocumentFinding } from '../../documents/plan/types.ts';
import { type Answer, answers } from './answers.ts';

/** A file of a gate, and what there is to say about it. */
export interface GateFile {
  readonly file: Document;
  /** Its databases and poolers that do not fit. */
  readonly unfit: readonly Answer[];
  /** Its findings by what the gate makes of them. */
  readonly findings: Readonly<Record<GateStatus, readonly DocumentFinding[]>>;
  /** True when something is to be said: it fails, or has an open error or warning that nobody accepted and the base did not have. */
  readonly telling: boolean;
  /** What became of its numbers since the base; null without a base. */
  readonly change: DiffDocument | null;
}

/** The files of a gate in their order. */
export const gateFiles = ({ files, changes }: CheckDocument): GateFile[] =>
  files.map((file, index) => gateFile(file, changes?.[index] ?? null));

function gateFile(file: Document, change: DiffDocument | null): GateFile {
  const judged = judgedIn(file);
  const of = (wanted: GateStatus) =>
    judged.filter(({ status: standing }) => standing === wanted).map(({ finding }) => finding);
  const findings = { fails: of('fails'), accepted: of('accepted'), unchanged: of('unchanged'), open: of('open') };
  return {
    file,
    unfit: answers(file).filter(({ fit }) => fit !== 'fits'),
    findings,
    telling: findings.fails.length > 0 || findings.open.some(({ severity }) => severity !== 'info'),
    change,
  };
}

/** What is said of files by their number alone: `197 more files pass, 3 of them over budget, accepted or as before`. */
export function restText(rest: readonly GateFile[], first: boolean): string {
  const more = `${rest.length}${first ? '' : ' more'} ${rest.length === 1 ? 'file passes' : 'files pass'}`;
  const over = rest.filter(({ unfit }) => unfit.some(({ fit }) => fit === 'over')).length;
  if (over === 0) return more;
  const which = rest.length === 1 ? 'over' : `${over} of them over`;
  return `${more}, ${which} budget: accepted, or as before`;
}
