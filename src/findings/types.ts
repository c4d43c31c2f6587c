/** How much a finding weighs: `error` fails a gate, `warning` fails a strict one, `info` never fails. */
export type Severity = 'error' | 'warning' | 'info';

/** A place in a file a person can go to. `line` and `column` count from 1, columns in UTF-16 code units. */
export interface Location {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** By how much something is wrong, in the unit of the rule's message; larger is worse. */
export interface Excess {
  /** The scenario it is reached in, or null where no scenario matters. */
  readonly scenario: string | null;
  /** Above 0; Infinity where nothing bounds it. */
  readonly amount: number;
}

/** What became of a finding since something it is compared with: the base of a change, or a baseline. */
export type FindingChange = 'new' | 'worse' | 'unchanged';

/** Who covers an accepted finding: the file's `policy.accept`, or a baseline. */
export type AcceptedBy = 'policy' | 'baseline';

/** What a rule says of itself, whoever shows it. */
export interface RuleText {
  /** States the mistake; kebab-case, the name of its file. */
  readonly id: string;
  readonly severity: Severity;
  /** One line: when it fires. */
  readonly summary: string;
  readonly why: string;
  /** What to do, in general; a finding's own remedy is concrete. */
  readonly remedy: string;
  /** Topologies in YAML: `fires` makes the rule fire exactly once; `silent` is the same file mended, it does not fire. */
  readonly example: { readonly fires: string; readonly silent: string };
}

/** A mistake that a rule found in a topology that is valid as such. At most one of a rule is on the same thing. */
export interface Finding {
  /** Id of the rule, such as `deploy-over-budget`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What it is about, as a path in the topology: `databases.main`, `services.web.pools.default`. */
  readonly on: string;
  /** The scenario it was seen in, or null where no scenario matters. */
  readonly scenario: string | null;
  /** What is wrong, with the numbers and their addends. */
  readonly message: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do: a concrete setting, checked to work. */
  readonly remedy: string;
  /** By how much, in every scenario that it is about; empty where it is there or not. */
  readonly excess: readonly Excess[];
  /** Who accepted it, so that it is shown and never fails a gate; null: nobody. */
  readonly acceptedBy: AcceptedBy | null;
  /** Why, where the policy accepts it; null otherwise. */
  readonly acceptedFor: string | null;
  /** What became of it since the base; null where there is none. An unchanged one never fails a gate. */
  readonly change: FindingChange | null;
  /** The excess that it had in the base or the baseline, where it is worse now; null otherwise. */
  readonly before: readonly Excess[] | null;
  /** Where to look in the file; null for a value that no file gives. */
  readonly location: Location | null;
}

/** A reason why no verdict can be reached: a mistake in the input itself. */
export interface Problem {
  readonly location: Location;
  /** What is wrong, quoting the text that is wrong. */
  readonly message: string;
  /** What was expected there, and the nearest valid name where there is one. */
  readonly hint: string | null;
}

/** Input that cannot be planned. Carries every problem found, in file order, never only the first. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ message }) => message).join('\n'));
    this.problems = problems;
  }
}
