import type { Run } from './run.ts';

const heading = /^=== (.+)\n/gm;

/**
 * Reads a golden file: sections that begin with `=== command`, `=== file NAME`, `=== stdin`, `=== stdout`, `=== stderr`
 * and `=== exit`; absent ones are empty.
 */
export function parseGolden(text: string): Run {
  const sections = new Map<string, string>();
  const parts = text.split(heading);
  for (let index = 1; index < parts.length; index += 2) sections.set(parts[index] ?? '', parts[index + 1] ?? '');
  const files = [...sections].filter(([name]) => name.startsWith('file '));
  return {
    command: (sections.get('command') ?? '').trim(),
    files: Object.fromEntries(files.map(([name, content]) => [name.slice('file '.length), content])),
    stdin: sections.get('stdin') ?? '',
    stdout: sections.get('stdout') ?? '',
    stderr: sections.get('stderr') ?? '',
    exit: Number(sections.get('exit') ?? 0),
  };
}

/** The golden file of a run. */
export function formatGolden({ command, files, stdin, stdout, stderr, exit }: Run): string {
  const sections: readonly (readonly [string, string])[] = [
    ['command', `${command}\n`],
    ...Object.entries(files).map(([name, content]) => [`file ${name}`, content] as const),
    ['stdin', stdin],
    ['stdout', stdout],
    ['stderr', stderr],
    ['exit', `${exit}\n`],
  ];
  return sections.map(([name, content]) => (content === '' ? '' : `=== ${name}\n${content}`)).join('');
}
