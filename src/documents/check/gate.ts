import { fails } from '../../findings/verdict.ts';
import type { Document, DocumentFinding } from '../plan/types.ts';
import type { CheckDocument } from './types.ts';

/**
 * What a gate makes of a finding: it fails the gate, is accepted, was there before the change, or is open without
 * being grave enough to fail.
 */
export type GateStatus = 'fails' | 'accepted' | 'unchanged' | 'open';

/** A finding, the file it is in, and what the gate makes of it. */
export interface JudgedFinding {
  readonly file: Document;
  readonly finding: DocumentFinding;
  readonly status: GateStatus;
}

/** Every finding of every file, in the order of the document. */
export function judged({ files }: CheckDocument): JudgedFinding[] {
  return files.flatMap(judgedIn);
}

/** The findings of one file. */
export function judgedIn(file: Document): JudgedFinding[] {
  return file.findings.map((finding) => ({ file, finding, status: statusOf(finding, file) }));
}

function statusOf(finding: DocumentFinding, { policy }: Document): GateStatus {
  if (finding.accepted) return 'accepted';
  if (finding.change === 'unchanged') return 'unchanged';
  return fails(finding, policy.fail_on) ? 'fails' : 'open';
}
