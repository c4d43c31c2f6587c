import { createTwoFilesPatch } from 'diff';
import { visible } from '../sanitize.ts';

/** What has to change in a text to make it the other, as `diff -u` says it. Empty where they are equal. */
export function unifiedDiff(path: string, old: string, next: string): string {
  if (old === next) return '';
  const patch = createTwoFilesPatch(path, path, old, next, undefined, undefined, options);
  if (patch === undefined) return `${visible(path)}: more than ${options.maxEditLength} lines differ\n`;
  return `${patch.replace(/\n$/, '').split('\n').map(visible).join('\n')}\n`;
}

/** The time it takes grows with the square of the lines that differ; nobody reads so many. */
const options = {
  context: 3,
  maxEditLength: 1_000,
  headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
};
