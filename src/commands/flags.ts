import * as Flags from '@oclif/core/flags';

/** A flag that may be given several times, each time with one value. */
export const repeatable = (helpValue: string, summary: string) =>
  Flags.string({ multiple: true, multipleNonGreedy: true, helpValue, summary: `${summary} Repeatable.` });

export const all = Flags.boolean({ summary: 'Show every row, also the small ones.' });

export const color = Flags.boolean({ allowNo: true, summary: 'Colour, terminal or not.' });

/** To be verified by `verifyDay`. */
export const today = Flags.string({
  helpValue: 'YYYY-MM-DD',
  summary: 'The day that acceptances are held against.',
});
