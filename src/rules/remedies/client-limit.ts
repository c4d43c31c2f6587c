import type { PoolerView } from '../types.ts';

/** What a pooler calls the number of clients it accepts. */
export const clientLimitKey = ({ pooler }: PoolerView): string => pooler.settings.client_limit ?? 'max_client_conn';

/** The least client limit of one process (or of the whole installation, where it has one) with which every scenario fits; Infinity behind an unbounded pool. */
export function neededClientLimit({ pooler, budget }: Pick<PoolerView, 'pooler' | 'budget'>): number {
  const each = budget.scenarios.map(({ clients, clientLimit }) => {
    const holders = pooler.maxClientConn === Infinity ? 1 : clientLimit / pooler.maxClientConn;
    return Math.ceil(clients / Math.max(1, holders));
  });
  return Math.max(0, ...each);
}
