import type * as Sizing from '../../sizing/types.ts';
import { bounded } from '../values.ts';
import type * as Doc from './types.ts';

export type * from './types.ts';

/** What the waits rest on. */
const model = [
  'Checkouts arrive at random, independently of each other (Poisson), in steady state, spread evenly over processes and over nodes except for the skew; every pool of a service sees all its checkouts.',
  'Holds are independent, with the mean and the coefficient of variation (cv) that the file says; whoever finds no connection free waits, first come first served, as long as it takes.',
  'The wait for a connection of a pooler comes on top of the wait in the process.',
  'Waits are exact for cv 1 (M/M/c, Erlang C), an approximation for any other (Allen-Cunneen, corrected as Kimura does).',
];

/** Sizes with their reasons as the versioned document that every format is made from. */
export function toRecommendDocument(path: string, advice: Sizing.Advice): Doc.RecommendDocument {
  const { pools, poolers, databases, globalPools, changes } = advice;
  return {
    schema_version: 1,
    topology: path,
    pools: pools.map(toPool),
    poolers: poolers.map(toSetting),
    databases: databases.map(toMaximum),
    global_pools: globalPools.map(toGlobalPool),
    changes: changes.map(({ path, from, to }) => ({ path, from: bounded(from), to })),
    model: pools.some(({ traffic }) => traffic !== null) ? model : [],
  };
}

function toPool(pool: Sizing.PoolAdvice): Doc.DocumentPoolAdvice {
  const { on, mode, current, recommended, size, overflow, reason, traffic } = pool;
  return {
    on,
    mode,
    current: bounded(current),
    recommended: bounded(recommended),
    size: bounded(size),
    overflow: bounded(overflow),
    reason,
    traffic: traffic && toTraffic(traffic),
  };
}

function toTraffic(traffic: Sizing.PoolTraffic): Doc.DocumentPoolTraffic {
  const { rate, hold, load, wait, percentile, targetWait, needs, short, shortBy, released } = traffic;
  return {
    rate,
    hold,
    load,
    wait: bounded(wait),
    percentile,
    target_wait: targetWait,
    needs,
    short,
    short_by: shortBy,
    released,
  };
}

function toSetting({ on, current, recommended, needs, reason }: Sizing.SettingAdvice): Doc.DocumentSettingAdvice {
  return { on, current: bounded(current), recommended: bounded(recommended), needs, reason };
}

function toMaximum(maximum: Sizing.MaximumAdvice): Doc.DocumentMaximumAdvice {
  const { on, database, current, recommended, needed, neededForAll, memoryBytes, reason } = maximum;
  return {
    on,
    database,
    current: bounded(current),
    recommended: bounded(recommended),
    reason,
    needed,
    needed_for_all: neededForAll,
    memory_bytes: bounded(memoryBytes),
  };
}

function toGlobalPool(pool: Sizing.GlobalPool): Doc.DocumentGlobalPool {
  const { database, kind, rate, load, servers, clients, wait, percentile, replaces, breaks } = pool;
  return {
    database,
    kind,
    rate,
    load,
    servers,
    clients: bounded(clients),
    wait,
    percentile,
    replaces: bounded(replaces),
    breaks,
  };
}
