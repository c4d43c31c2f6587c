import type { Client, PoolDefault } from '../../catalog/types.ts';
import type { Report } from '../problem-collector.ts';
import type { PoolInput } from '../schema/service.ts';
import { named, type Segments } from '../segments.ts';
import type { Pool } from '../types.ts';

/** How many connections a pool has; see `Pool`. */
export type PoolSize = Pick<Pool, 'size' | 'overflow' | 'min' | 'held'>;

interface SizeInput {
  readonly size?: number | 'unlimited' | undefined;
  readonly overflow?: number | undefined;
  readonly min?: number | undefined;
  readonly held?: number | undefined;
}

/**
 * The size of a pool, from what is given and what its client library does by default. A bare number is all that a
 * process may open; in a map, an overflow that is not given is the client's. Null when neither says how large it is.
 */
export function resolvePoolSize(
  input: PoolInput | undefined,
  client: Client | null,
  service: { readonly threads?: number | undefined; readonly held?: number | undefined },
  at: Segments,
  report: Report,
): PoolSize | null {
  const given = toSizeInput(input);
  const standard = client?.defaults[0] ?? null;
  const size =
    given.size === undefined
      ? defaultSize(client, standard, service.threads ?? null, typeof input === 'object' ? [...at, 'size'] : at, report)
      : toNumber(given.size);
  if (size === null) return null;
  const overflow = given.overflow ?? standard?.overflow ?? 0;
  if (given.overflow === undefined && given.size !== undefined && overflow > 0) {
    report.assume([...at, 'overflow'], `${overflow}`, `the default of ${client?.name}`);
  }
  const min = given.min ?? defaultMin(size, client, standard);
  if (min > size) {
    report.problem(
      [...at, 'min'],
      `${named(at)} keeps ${min} connections open, but its size is ${size}`,
      '`min` is at most `size`.',
    );
  }
  return { size, overflow, min, held: given.held ?? service.held ?? 1 };
}

function toSizeInput(input: PoolInput | undefined): SizeInput {
  return typeof input === 'object' ? input : { size: input, overflow: input === undefined ? undefined : 0 };
}

function toNumber(size: number | 'unlimited'): number {
  return size === 'unlimited' ? Number.POSITIVE_INFINITY : size;
}

function defaultSize(
  client: Client | null,
  standard: PoolDefault | null,
  threads: number | null,
  at: Segments,
  report: Report,
): number | null {
  const expected = 'the connections one process may open';
  if (client === null) {
    report.missing(at, `${expected}, such as 20; with \`client\`, the default of a library is taken`);
    return null;
  }
  if (standard === null || standard.size === null) {
    const why = standard?.note === undefined ? '' : `; by default ${client.name}: ${standard.note}`;
    report.missing(at, `${expected}, such as 20${why}`);
    return null;
  }
  if (standard.size !== 'threads') {
    const overflow = standard.overflow === undefined ? '' : ` + ${standard.overflow} overflow`;
    const versions = standard.versions === null ? '' : ` (${standard.versions})`;
    report.assume(at, `${standard.size}${overflow}`, `the default of ${client.name}${versions}`);
    return toNumber(standard.size);
  }
  if (threads === null) report.missing(at, `${expected}; ${client.name} opens one a thread, so \`threads\` would do`);
  else report.assume(at, `${threads}`, `${client.name} opens one connection a thread`);
  return threads;
}

function defaultMin(size: number, client: Client | null, standard: PoolDefault | null): number {
  if (size === Number.POSITIVE_INFINITY) return 0;
  return client?.eager ? size : Math.min(size, standard?.min ?? 0);
}
