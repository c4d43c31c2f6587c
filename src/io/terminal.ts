/** What a reader of standard output sees. */
export interface Screen {
  readonly color: boolean;
  /** Columns. */
  readonly width: number;
}

const defaultWidth = 80;

/**
 * What standard output can show. Colour: `wanted` decides when given, then `NO_COLOR` and `FORCE_COLOR` when they are
 * not empty, then whether it is a terminal.
 */
export function screen(wanted?: boolean, env: NodeJS.ProcessEnv = process.env, stream = process.stdout): Screen {
  return { color: wanted ?? colorOf(env, stream), width: stream.columns || defaultWidth };
}

function colorOf({ NO_COLOR, FORCE_COLOR, TERM }: NodeJS.ProcessEnv, { isTTY }: { isTTY?: boolean }): boolean {
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return isTTY === true && TERM !== 'dumb';
}

/** Shows a line on a terminal while something takes its time; the result takes the line away. Nothing elsewhere. */
export function showProgress(line: string, stream = process.stderr): () => void {
  if (!stream.isTTY) return () => {};
  stream.write(line);
  return () => stream.write('\r\u001b[K');
}
