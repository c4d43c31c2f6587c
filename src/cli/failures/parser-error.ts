import { UsageError, unknownName } from './usage-error.ts';

/** What the parser throws: a sentence, and what it is about. */
interface ParserError extends Error {
  readonly oclif: object;
  /** Flags that do not exist, as they were given. */
  readonly flags?: readonly string[];
  /** Arguments that are missing (their definitions) or too many (as they were given). */
  readonly args?: readonly (string | { readonly name: string })[];
}

/** The UsageError that an error of the parser amounts to for a command with these flags; any other error as it is. */
export function fromParser(error: unknown, flags: readonly string[]): unknown {
  if (!isParserError(error)) return error;
  const [unknownFlag] = error.flags ?? [];
  if (unknownFlag !== undefined)
    return unknownName(
      'flag',
      unknownFlag,
      flags.map((flag) => `--${flag}`),
    );
  const [argument] = error.args ?? [];
  if (typeof argument === 'string') return new UsageError(`one argument too many: ${argument}`);
  if (argument !== undefined) return new UsageError(`${argument.name.toUpperCase()} is missing`);
  const [sentence = ''] = error.message.split('\n');
  return new UsageError(sentence.charAt(0).toLowerCase() + sentence.slice(1));
}

function isParserError(error: unknown): error is ParserError {
  return typeof error === 'object' && error !== null && 'oclif' in error && 'message' in error;
}
