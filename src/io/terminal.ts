/** What a reader of a stream sees. */
export interface Screen {
  readonly color: boolean;
  /** Columns. */
  readonly width: number;
}

const defaultWidth = 80;

/** What a stream can show. Colour: `wanted` decides when it is given, then the environment, then the terminal. */
export function screen(stream: NodeJS.WriteStream, wanted?: boolean, env: NodeJS.ProcessEnv = process.env): Screen {
  return { color: wanted ?? hasColor(stream, env), width: stream.columns || defaultWidth };
}

/** `NO_COLOR` and `FORCE_COLOR` count when they are not empty; FORCE_COLOR=0 means none. */
function hasColor({ isTTY }: NodeJS.WriteStream, { NO_COLOR, FORCE_COLOR, TERM }: NodeJS.ProcessEnv): boolean {
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return isTTY === true && TERM !== 'dumb';
}

/** Shows a line on standard error while something takes its time, if that is a terminal; the result takes it away. */
export function showProgress(line: string): () => void {
  if (!process.stderr.isTTY) return () => {};
  process.stderr.write(line);
  return () => process.stderr.write('\r\u001b[K');
}
