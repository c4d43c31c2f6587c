import { worstCases } from '../../budget/index.ts';
import type { Pooler, Topology } from '../../topology/types.ts';
import { partsOf } from '../parts.ts';
import type { SettingAdvice } from '../types.ts';
import type { SizeDecision } from './decision.ts';
import { poolerAdvice } from './pooler-settings.ts';

/** The settings of poolers that a decision changes. */
export function changedSettings(
  before: Topology,
  { decided, pooled }: Pick<SizeDecision, 'decided' | 'pooled'>,
): SettingAdvice[] {
  const changed = decided.poolers.filter(({ poolSize, maxClientConn }, index) => {
    const today = before.poolers[index] as Pooler;
    return poolSize !== today.poolSize || maxClientConn !== today.maxClientConn;
  });
  const parts = partsOf(decided, new Set(changed.map(({ to }) => to)));
  return [...parts.values()].flatMap((part) =>
    poolerAdvice(before, part, worstCases(part).poolers, pooled).filter(
      ({ current, recommended }) => current !== recommended,
    ),
  );
}
