import type { Finding } from '../../src/findings/types.ts';

/** An error of rule `a`, with what is told otherwise. */
export const finding = (changes: Partial<Finding> = {}): Finding => ({
  rule: 'a',
  severity: 'error',
  on: 'databases.main',
  scenario: null,
  message: '',
  why: '',
  remedy: '',
  excess: [],
  acceptedBy: null,
  acceptedFor: null,
  change: null,
  before: null,
  location: null,
  ...changes,
});
