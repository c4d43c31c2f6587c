import { poolName } from './pools.ts';
import { NotWritable, type SizedPool } from './types.ts';

/** Throws NotWritable where two pools would have the same name in a format. */
export function distinct(pools: readonly SizedPool[], nameOf: (pool: SizedPool) => string): void {
  const taken = new Map<string, SizedPool>();
  for (const each of pools) {
    const name = nameOf(each);
    const other = taken.get(name);
    if (other !== undefined) {
      throw new NotWritable(
        `${poolName(other)} and ${poolName(each)} would both be ${name}; ask for each with --service, or rename one`,
      );
    }
    taken.set(name, each);
  }
}
