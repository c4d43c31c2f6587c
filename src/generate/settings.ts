import type { TargetSetting } from './types.ts';

/** Where the value of a setting comes from: `recommended, 100 in the topology: deploy opens 300`. */
export function whyOf({ current, recommended, reason }: TargetSetting): string {
  if (current === recommended) return `as in the topology: ${reason}`;
  return `recommended, ${current === Infinity ? 'unlimited' : current} in the topology: ${reason}`;
}
