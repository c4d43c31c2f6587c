import type { Problem } from '../findings/types.ts';

export function problemText({ location: { path, line, column }, message, hint }: Problem): string {
  return `${path}:${line}:${column}: ${message}\n${hint === null ? '' : `  ${hint}\n`}`;
}
