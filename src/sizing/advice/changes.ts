import { poolPath } from '../../topology/pools.ts';
import type { Pooler, Service, Topology } from '../../topology/types.ts';
import type { SizeChange } from '../types.ts';

/** The sizes that differ between two topologies of the same databases, poolers and services: databases first, then poolers, then pools. */
export function changesBetween(before: Topology, after: Topology): SizeChange[] {
  const pairs = <V>(some: readonly V[], others: readonly V[]) =>
    some.map((one, index) => [one, others[index] as V] as const);
  return [
    ...pairs(before.databases, after.databases).map(([{ name, maxConnections }, then]) =>
      change(`databases.${name}.max_connections`, maxConnections, then.maxConnections),
    ),
    ...pairs(before.poolers, after.poolers).flatMap(([now, then]) => poolerChanges(now, then)),
    ...pairs(before.services, after.services).flatMap(([now, then]) => poolChanges(now, then, before)),
  ].filter(({ from, to }) => from !== to);
}

function poolerChanges(now: Pooler, then: Pooler): SizeChange[] {
  const { name, settings } = now;
  const { pool_size: size, client_limit: clients } = settings;
  return [
    ...(size === undefined ? [] : [change(`poolers.${name}.${size}`, now.poolSize, then.poolSize)]),
    ...(clients === undefined ? [] : [change(`poolers.${name}.${clients}`, now.maxClientConn, then.maxClientConn)]),
  ];
}

/** A minimum that nobody wrote follows from its pool by itself. */
function poolChanges(now: Service, then: Service, { origin }: Topology): SizeChange[] {
  return now.pools.flatMap((pool, index) => {
    const better = then.pools[index] as Service['pools'][number];
    const path = poolPath(now.name, pool.name);
    const lower = better.min < pool.min && origin(`${path}.min`).kind === 'given';
    return [
      change(`${path}.size`, pool.size, better.size),
      change(`${path}.overflow`, pool.overflow, better.overflow),
      ...(lower ? [change(`${path}.min`, pool.min, better.min)] : []),
    ];
  });
}

const change = (path: string, from: number, to: number): SizeChange => ({ path, from, to });
