/** A command as GitHub's runner understands it. */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** What the runner makes of a step's output: its commands in order, and the lines that are none. */
export interface Log {
  readonly commands: readonly Command[];
  readonly plain: readonly string[];
}

const annotating = ['error', 'warning', 'notice'];
const others = ['debug', 'add-mask', 'stop-commands', 'group', 'endgroup', 'echo', 'add-matcher', 'remove-matcher'];
const older = ['set-output', 'save-state', 'set-env', 'add-path'];
export const runnerCommands: ReadonlySet<string> = new Set([...annotating, ...others, ...older]);

/** Runners before 2021 did not know notices, and so read such a line as they read any other. */
export const olderCommands: ReadonlySet<string> = new Set([...runnerCommands].filter((name) => name !== 'notice'));

/**
 * Reads a log as the runner does: a line that is `::name properties::data` after leading blanks is a command; any other
 * line that has `##[name properties]data` somewhere is one, too. Names have to be known ones.
 */
export function readLog(text: string, known: ReadonlySet<string> = runnerCommands): Log {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line !== '');
  const read = lines.map((line) => ({ line, command: current(line, known) ?? legacy(line, known) }));
  return {
    commands: read.flatMap(({ command }) => command ?? []),
    plain: read.flatMap(({ line, command }) => (command === null ? [line] : [])),
  };
}

const dataEscapes = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
] as const;
const propertyEscapes = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
] as const;
const legacyEscapes = [
  ['%3B', ';'],
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%5D', ']'],
  ['%25', '%'],
] as const;

type Escapes = readonly (readonly [string, string])[];

const unescaped = (text: string, escapes: Escapes): string =>
  escapes.reduce((so, [code, character]) => so.replaceAll(code, character), text);

function current(line: string, known: ReadonlySet<string>): Command | null {
  const message = line.trimStart();
  const end = message.indexOf('::', 2);
  if (!message.startsWith('::') || end < 0) return null;
  return command(message.slice(2, end), message.slice(end + 2), known, ',', propertyEscapes, dataEscapes);
}

function legacy(line: string, known: ReadonlySet<string>): Command | null {
  const start = line.indexOf('##[');
  const end = line.indexOf(']', start);
  if (start < 0 || end < 0) return null;
  return command(line.slice(start + 3, end), line.slice(end + 1), known, ';', legacyEscapes, legacyEscapes);
}

function command(
  head: string,
  data: string,
  known: ReadonlySet<string>,
  separator: string,
  escapes: Escapes,
  escapesOfData: Escapes,
): Command | null {
  const [name = ''] = head.split(' ', 1);
  if (!known.has(name)) return null;
  const pairs = head.slice(name.length).trim().split(separator);
  const properties = pairs.flatMap((pair) => {
    // An `=` that begins a value counts as one more separator.
    const [, key, value] = /^=*([^=]+)=+(.+)$/s.exec(pair) ?? [];
    return key === undefined || value === undefined ? [] : [[key, unescaped(value, escapes)]];
  });
  return { name, properties: Object.fromEntries(properties), data: unescaped(data, escapesOfData) };
}
