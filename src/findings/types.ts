/** How much a finding weighs: `error` fails a gate, `warning` fails a strict one, `info` never fails. */
export type Severity = 'error' | 'warning' | 'info';

/** A place in a file a person can go to. `line` and `column` count from 1, columns in UTF-16 code units. */
export interface Location {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** A mistake that a rule found in a topology that is valid as such. */
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
  /** True when `policy.accept` covers it: it is shown, and never fails a gate. */
  readonly accepted: boolean;
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
