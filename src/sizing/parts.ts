import { databasesBehind } from '../topology/pools.ts';
import type { Service, Topology } from '../topology/types.ts';

/**
 * What decides the budget of some databases, each alone: the database, the poolers in front of it, and the services
 * with those of their pools and extras that lead there. Databases share no pool, so each part can be sized by itself.
 */
export function partsOf(topology: Topology, names: ReadonlySet<string>): Map<string, Topology> {
  const databaseOf = databasesBehind(topology);
  const services = new Map<string, Service[]>([...names].map((name) => [name, []]));
  const leads = (target: { readonly to: string }) => names.has(databaseOf(target));
  for (const service of names.size === 0 ? [] : topology.services) {
    if (!service.pools.some(leads) && !service.extras.some(leads)) continue;
    for (const name of new Set([...service.pools, ...service.extras].map(databaseOf))) {
      services.get(name)?.push({
        ...service,
        pools: service.pools.filter((pool) => databaseOf(pool) === name),
        extras: service.extras.filter((extra) => databaseOf(extra) === name),
      });
    }
  }
  return new Map(
    topology.databases
      .filter(({ name }) => names.has(name))
      .map((database) => [
        database.name,
        {
          ...topology,
          databases: [database],
          poolers: topology.poolers.filter(({ to }) => to === database.name),
          services: services.get(database.name) as Service[],
        },
      ]),
  );
}
