import { createTwoFilesPatch } from 'diff';
import { visible } from './sanitize.ts';

/** What has to change in a text to make it the other, as `diff -u` says it. Empty where they are equal. */
export function unifiedDiff(path: string, old: string, next: string): string {
  if (old === next) return '';
  const patch = createTwoFilesPatch(path, path, old, next, undefined, undefined, { context: 3, headerOptions });
  return `${patch.trimEnd().split('\n').map(visible).join('\n')}\n`;
}

const headerOptions = { includeIndex: false, includeUnderline: false, includeFileHeaders: true };
