import type {
  DocumentGlobalPool,
  DocumentMaximumAdvice,
  DocumentPoolAdvice,
  RecommendDocument,
} from '../../documents/recommend/types.ts';
import { noun, plural, short } from '../../words/figures.ts';
import { bytes, duration } from '../../words/units.ts';

/** The answer in a sentence: how many sizes change, and how many targets are missed. */
export function sizesSentence({ pools, poolers, databases, changes }: RecommendDocument): string {
  const settings = [...pools, ...poolers, ...databases].filter(({ current, recommended }) => current !== recommended);
  const missed = [
    ...pools.filter(({ traffic }) => traffic !== null && traffic.short > 0),
    ...poolers.filter(({ needs, recommended }) => needs !== null && recommended !== null && recommended < needs),
  ].length;
  const what = changes.length === 0 ? 'Every size stays as it is' : `${plural(settings.length, 'size')} to change`;
  return missed === 0
    ? `${what}.`
    : `${what}; ${plural(missed, 'pool')} cannot meet ${noun(missed, 'its', 'their')} target.`;
}

/** Sizes that change before those that stay, where more than `most` (and one) of them have to be folded away. */
export function changedFirst<S extends Pick<DocumentMaximumAdvice, 'current' | 'recommended'>>(
  sizes: readonly S[],
  most: number,
): readonly S[] {
  if (sizes.length <= most + 1) return sizes;
  const changes = ({ current, recommended }: S) => current !== recommended;
  return [...sizes.filter(changes), ...sizes.filter((size) => !changes(size))];
}

/** What a recommended size is made of, `size 5, overflow 10`; null without overflow. */
export const parts = ({ size, overflow }: DocumentPoolAdvice): string | null =>
  overflow === 0 ? null : `size ${short(size)}, overflow ${short(overflow)}`;

/** A recommended pool size with its parts: `15 (size 5, overflow 10)`. */
export function poolSize(pool: DocumentPoolAdvice): string {
  const made = parts(pool);
  return made === null ? short(pool.recommended) : `${short(pool.recommended)} (${made})`;
}

/** What giving connections back during outside calls would save; null where there are none, or it saves nothing. */
export function releasedWords({ traffic }: DocumentPoolAdvice): string | null {
  const released = traffic?.released ?? null;
  if (traffic === null || released === null || traffic.needs === null || released.needs >= traffic.needs) return null;
  return `releasing the connection during the ${duration(released.external)} of outside calls: ${traffic.needs} -> ${plural(released.needs, 'connection')}`;
}

/** How long one waits by the traffic of a pool that has no target; null where there is a target or no traffic. */
export function waitWords({ traffic }: DocumentPoolAdvice): string | null {
  if (traffic === null || traffic.target_wait !== null) return null;
  const { wait, percentile } = traffic;
  if (wait === null) return 'by its traffic the queue grows without end; it has no target_wait';
  const waits = wait === 0 ? `${percentile}% need not wait` : `p${percentile} waits ${duration(wait)}`;
  return `by its traffic ${waits}; it has no target_wait`;
}

/** What max_connections means for memory, and what more of it would do. */
export function maximumNotes(maximum: DocumentMaximumAdvice): string[] {
  const { current, recommended, memory_bytes: memory, needed_for_all: more } = maximum;
  return [
    ...(memory !== null && current !== recommended ? [`its backends need ${bytes(memory)} of memory`] : []),
    ...(more === null ? [] : [`${short(more)} would leave no pool short`]),
  ];
}

/** What one pooler in place of many pools comes to. */
export function globalPoolLines({
  servers,
  replaces,
  clients,
  wait,
  percentile,
  breaks,
}: DocumentGlobalPool): string[] {
  return [
    `${plural(servers, 'server connection')} in place of ${short(replaces)}, for up to ${plural(clients ?? 0, 'client')}`,
    wait === 0 ? `${percentile}% need not wait for one` : `p${percentile} waits ${duration(wait)} for one`,
    ...breaks.map(({ on, features }) => `would break ${features.join(', ')} of ${on}`),
  ];
}
