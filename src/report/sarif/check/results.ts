import { fingerprint } from '../../../documents/check/fingerprint.ts';
import { placeOf } from '../../../documents/check/place.ts';
import type { CheckDocument } from '../../../documents/check/types.ts';
import type { Document, DocumentFinding } from '../../../documents/plan/types.ts';
import type { FindingChange, RuleText } from '../../../findings/types.ts';
import { sarifText, visible } from '../../sanitize.ts';
import { acceptance, briefly } from '../../sentences/gate.ts';
import { physicalLocation } from './location.ts';
import { sarifLevels } from './rules.ts';

type BaselineState = 'new' | 'updated' | 'unchanged';

const states: Readonly<Record<FindingChange, BaselineState>> = { new: 'new', worse: 'updated', unchanged: 'unchanged' };

/** Every finding in the order of the files. What a change fixed is left out: code scanning would open it as an alert. */
export function sarifResults({ files, base }: CheckDocument, rules: readonly RuleText[]) {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  return files.flatMap((file) =>
    file.findings.map((finding) =>
      result(file, finding, base === null ? null : states[finding.change ?? 'new'], indexes),
    ),
  );
}

function result(
  file: Document,
  finding: DocumentFinding,
  state: BaselineState | null,
  rules: ReadonlyMap<string, number>,
) {
  const { rule, severity, on } = finding;
  const index = rules.get(rule);
  const print = fingerprint(file.topology, rule, on);
  return {
    ruleId: visible(rule),
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: sarifLevels[severity],
    message: { text: briefly(finding).map(sarifText).join('\n') },
    locations: [
      {
        physicalLocation: physicalLocation(placeOf(file.topology, finding.location)),
        logicalLocations: [{ fullyQualifiedName: visible(on) }],
      },
    ],
    // GitHub's code scanning reads the second alone; the number tells equal hashes apart, and these never are.
    partialFingerprints: { 'connbudget/v1': print, primaryLocationLineHash: `${print}:1` },
    suppressions: suppressions(finding),
    ...(state === null ? {} : { baselineState: state }),
  };
}

/** Empty rather than missing: a log in which some results have suppressions says of each whether it has. */
function suppressions(finding: DocumentFinding) {
  const justification = acceptance(finding);
  return justification === null
    ? []
    : [{ kind: 'external', status: 'accepted', justification: sarifText(justification) }];
}
