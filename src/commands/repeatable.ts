import * as Flags from '@oclif/core/flags';

/** A flag that may be given several times, each time with one value. */
export const repeatable = (helpValue: string, summary: string) =>
  Flags.string({ multiple: true, multipleNonGreedy: true, helpValue, summary: `${summary} Repeatable.` });
