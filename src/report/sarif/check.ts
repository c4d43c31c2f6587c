import type { CheckFormatter } from '../check/formatter.ts';
import { staleDescriptor, staleNotifications } from './check/baseline.ts';
import { sarifResults } from './check/results.ts';
import { sarifRule } from './check/rules.ts';
import { unjudgedDescriptor, unjudgedNotifications } from './check/unjudged.ts';

const descriptors = [staleDescriptor, unjudgedDescriptor];

/**
 * SARIF 2.1.0. Accepted findings carry a suppression; with a base, each result says what became of it. Stale entries of the
 * baseline are notifications about the configuration. What keeps a file from being judged is one about the run, which has
 * not succeeded then. GitHub's code scanning reads neither suppressions nor states: it compares with the base branch by
 * itself. It refuses the log of a run that has not succeeded, so that no alert is closed by it.
 */
export const sarif: CheckFormatter = (check, { rules, version }) => {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'connbudget', version, rules: rules.map(sarifRule), notifications: descriptors } },
        invocations: [
          {
            executionSuccessful: check.verdict !== null,
            toolConfigurationNotifications: staleNotifications(check.baseline, descriptors.indexOf(staleDescriptor)),
            toolExecutionNotifications: unjudgedNotifications(check, descriptors.indexOf(unjudgedDescriptor)),
          },
        ],
        columnKind: 'utf16CodeUnits',
        results: sarifResults(check, rules),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};
