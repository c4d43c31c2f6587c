import { markdown, markdownCode } from '../sanitize.ts';
import type { Answer, Fit } from '../sentences/answers.ts';
import { capped } from './blocks.ts';

/** Whether something fits, at a glance. */
export const icons: Readonly<Record<Fit, string>> = { over: '❌', slow: '⚠️', fits: '✅' };
const answersShown = 20;

/** Databases and poolers as a list: fits or not, by how much, in which scenario. */
export function answerList(given: readonly Answer[], all: boolean): string {
  const lines = capped(given, all ? given.length : answersShown, 'databases and poolers', ({ fit, name, text }) => [
    `- ${icons[fit]} ${markdownCode(name)} ${markdown(text)}`,
  ]);
  return lines.join('\n');
}
