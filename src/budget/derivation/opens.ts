import type { Service, Target } from '../../topology/types.ts';
import { perNodeOf, times } from '../demand/flows.ts';
import type { Opens } from './types.ts';

/** What one node of a service opens towards the targets for which a condition holds. */
export function opensOf(service: Service, holds: (target: Target) => boolean = () => true): Opens {
  const { processes } = service;
  const pools = service.pools.filter(holds);
  const extras = service.extras.filter(holds);
  const countOf = (per: 'process' | 'service') =>
    extras.filter((extra) => extra.per === per).reduce((sum, { count }) => sum + count, 0);
  const perProcess = pools.reduce((sum, { size, overflow }) => sum + size + overflow, countOf('process'));
  const perNode = perNodeOf({ ...service, pools, extras });
  return { processes, pools, extras, perProcess, perNode, perService: countOf('service') };
}

/** Connections with so many nodes alive. */
export const openedBy = ({ perNode, perService }: Opens, alive: number): number =>
  times(alive, perNode) + (alive > 0 ? perService : 0);
