import { amount } from '../words/figures.ts';
import type { TargetSetting } from './types.ts';

/** Where the value of a setting comes from: `recommended, 100 in the topology: deploy opens 300`. */
export const whyOf = (setting: TargetSetting): string =>
  setting.current === setting.recommended ? `as in the topology: ${setting.reason}` : whyChanged(setting);

/** The same for one that changes. */
export const whyChanged = ({ current, reason }: Pick<TargetSetting, 'current' | 'reason'>): string =>
  `recommended, ${amount(current)} in the topology: ${reason}`;
