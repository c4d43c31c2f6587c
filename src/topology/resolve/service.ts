import { findClient } from '../../catalog/clients/index.ts';
import type { Client } from '../../catalog/types.ts';
import type { Report } from '../problem-collector.ts';
import type { PoolInput, ServiceInput } from '../schema/service.ts';
import { named, type Segments } from '../segments.ts';
import type { Extra, Pool, Service, Traffic } from '../types.ts';
import { grouped } from '../units.ts';
import { resolveDeployable } from './deployable.ts';
import { resolvePoolSize } from './pool.ts';
import { type Destinations, resolveTarget } from './targets.ts';

/** The service that its pools and extras belong to. */
interface Owner {
  readonly name: string;
  readonly at: Segments;
  readonly input: ServiceInput;
  readonly client: Client | null;
}

const one = { numerator: 1, denominator: 1 };

/** The most connections that one node may open, so that all sums stay exact. */
const mostOfOneNode = 1_000_000;

/** Completes a service with its client's defaults. What has mistakes is left out; they are reported. */
export function resolveService(
  name: string,
  input: ServiceInput,
  at: Segments,
  destinations: Destinations,
  report: Report,
): Service {
  const client = input.client === undefined ? null : findClient(input.client);
  const owner: Owner = { name, at, input, client };
  const deploy = input.deploy ?? (input.when === 'deploy' ? 'none' : undefined);
  const threads = input.threads ?? null;
  const minPool = input.min_pool ?? 1;
  checkPoolBounds(input, at, report);
  const deployable = resolveDeployable({ ...input, deploy }, at, report);
  const pools = resolvePools(owner, destinations, report);
  const extras = resolveExtras(owner, destinations, report);
  checkNode(deployable.processes, pools, extras, at, report);
  return {
    name,
    ...deployable,
    threads,
    pools,
    extras,
    when: input.when ?? 'always',
    exclusive: input.exclusive ?? null,
    traffic: resolveTraffic(input.traffic),
    minPool,
    maxPool: input.max_pool ?? null,
    weight: input.weight ?? one,
  };
}

function resolvePools(owner: Owner, destinations: Destinations, report: Report): Pool[] {
  const { input, at } = owner;
  if (report.gaveUp([...at, 'pools'])) return [];
  if (input.pools === undefined)
    return resolvePool('default', input.pool, [...at, 'pool'], owner, destinations, report);
  if (input.pool !== undefined) {
    report.keyProblem([...at, 'pool'], `${named(at)} has both \`pool\` and \`pools\``, 'Move it into `pools`.');
  }
  return Object.entries(input.pools).flatMap(([name, pool]) =>
    resolvePool(name, pool, [...at, 'pools', name], owner, destinations, report),
  );
}

/** The pool as the only entry of a list, or an empty list after mistakes. */
function resolvePool(
  name: string,
  input: PoolInput | undefined,
  at: Segments,
  owner: Owner,
  destinations: Destinations,
  report: Report,
): Pool[] {
  const own = typeof input === 'object' ? input : {};
  const client = own.client === undefined ? owner.client : findClient(own.client);
  const isClientWrong = client === null && report.gaveUp([...owner.at, 'client']);
  const size = isClientWrong ? null : resolvePoolSize(input, client, owner.input, at, report);
  const target = resolveTarget(own, at, owner, destinations, report);
  if (size === null || target === null) return [];
  const uses = [...new Set([...(own.uses ?? owner.input.uses ?? []), ...(client?.uses ?? [])])];
  return [{ name, ...size, ...target, client: client?.id ?? null, uses }];
}

function resolveExtras(owner: Owner, destinations: Destinations, report: Report): Extra[] {
  const { input, at, client } = owner;
  if (input.extra === undefined) {
    assumeNoExtras(client, [...at, 'extra'], report);
    return [];
  }
  const seen = new Set<string>();
  return input.extra.flatMap((extra, index) => {
    const { name, count = 1, per = 'process', uses = [] } = extra;
    const extraAt = [...at, 'extra', index];
    if (seen.has(name)) {
      const message = `${named(at)} has two extras called \`${name}\``;
      report.problem([...extraAt, 'name'], message, 'Choose another name, or add up their `count`.');
    }
    seen.add(name);
    const target = resolveTarget(extra, extraAt, owner, destinations, report);
    return target === null ? [] : [{ name, count, per, ...target, uses }];
  });
}

function assumeNoExtras(client: Client | null, at: Segments, report: Report): void {
  for (const { name, count, per, byDefault, note } of client?.extras ?? []) {
    if (!byDefault) continue;
    const opens = `${client?.name} opens ${count ?? 'some'} a ${per} outside its pool`;
    report.assume(at, 'none', `${opens} (${name}): ${note}`);
  }
}

function checkNode(
  processes: number,
  pools: readonly Pool[],
  extras: readonly Extra[],
  at: Segments,
  report: Report,
): void {
  let most = 0;
  for (const { size, overflow } of pools) if (size !== Number.POSITIVE_INFINITY) most += size + overflow;
  for (const { count } of extras) most += count;
  if (most * processes <= mostOfOneNode) return;
  report.problem(
    at,
    `one node of ${named(at)} opens more than ${grouped(mostOfOneNode)} connections`,
    'That is more than can be planned: correct `processes`, the pools or `extra`.',
  );
}

function checkPoolBounds({ min_pool, max_pool }: ServiceInput, at: Segments, report: Report): void {
  if (min_pool === undefined || max_pool === undefined || min_pool <= max_pool) return;
  report.problem(
    [...at, 'min_pool'],
    `${named(at)} wants pools of at least ${min_pool} and at most ${max_pool}`,
    '`min_pool` is at most `max_pool`.',
  );
}

function resolveTraffic(input: ServiceInput['traffic']): Traffic | null {
  if (input === undefined) return null;
  const { rate, hold, cv = 1, external = 0, skew = 1, target_wait: targetWait = null, percentile = 99 } = input;
  return { rate, hold, cv, external, skew, targetWait, percentile };
}
