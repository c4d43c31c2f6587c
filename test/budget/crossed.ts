import type { Topology } from '../../src/topology/types.ts';
import { adding, database, doubling, policy, pool, pooler, service, topology } from './topologies.ts';

export interface Crossed {
  readonly seed: number;
  readonly services: number;
  readonly users: number;
  readonly dbnames: number;
  /** Pools of each service that go through the pooler; one more goes straight to the same database. */
  readonly pooled: number;
  readonly concurrentDeploys: number;
  /** What of the deploys' growth the limits leave room for, in tenths. */
  readonly room: number;
}

const [meanNodes, meanSize, meanAdded] = [2.5, 5.5, 2.25];

/**
 * Limits per user that cross limits per logical database, near enough to matter, and services that also go round the
 * pooler: what one deploy adds depends on all the others.
 */
export function crossed({ seed, services, users, dbnames, pooled, concurrentDeploys, room }: Crossed): Topology {
  const among = numbers(seed);
  const names = (prefix: string, count: number) => `${prefix}${among(1, count)}`;
  const through = () =>
    pool({ to: 'bouncer', user: names('user', users), dbname: names('db', dbnames), size: among(1, 10) });
  const steady = services * pooled * meanNodes * meanSize;
  const growth = concurrentDeploys * pooled * meanAdded * meanSize;
  const shared = (parts: number, tenths: number) => Math.ceil((steady + (growth * tenths) / 10) / parts);
  return topology({
    databases: [database({ maxConnections: 100_000 })],
    poolers: [
      pooler({
        poolSize: shared(users * dbnames, 12),
        maxUserConnections: shared(users, room),
        maxDbConnections: shared(dbnames, room),
        maxClientConn: 100_000,
      }),
    ],
    services: Array.from({ length: services }, (_, index) =>
      service({
        name: `service-${index}`,
        nodes: among(1, 4),
        deploy: among(0, 1) === 0 ? doubling : adding(among(1, 3)),
        pools: [pool({ size: among(1, 10) }), ...Array.from({ length: pooled }, through)],
      }),
    ),
    policy: { ...policy, concurrentDeploys },
  });
}

/** Whole numbers, the same for the same seed. (Linear congruential generator of Numerical Recipes.) */
function numbers(seed: number): (least: number, most: number) => number {
  let state = seed >>> 0;
  return (least, most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return least + Math.floor((state / 2 ** 32) * (most - least + 1));
  };
}
