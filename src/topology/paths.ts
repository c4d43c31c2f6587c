import { dotted, isMap, type Segments } from './segments.ts';

/**
 * The segments that a written path such as `services.web.nodes` or `policy.accept[0]` stands for in a file. Names may
 * contain dots: the longest name that the file has is taken. The short forms are known, whichever form the file has:
 * `database` is `databases.database`, `services.web.pool` is `services.web.pools.default`.
 */
export function toSegments(path: string, root: unknown): Segments {
  return toFileForm(walk(root, path, 0), root);
}

/** The path that findings and assumptions use for segments of a file. */
export function toPath(segments: Segments): string {
  return dotted(segments[0] === 'database' ? ['databases', ...segments] : segments);
}

/** Segments of a path from an offset on: at each map the longest of its keys that the path goes on with. */
function walk(value: unknown, path: string, from: number): Segments {
  if (from > path.length) return [];
  if (isMap(value)) {
    for (let to = path.length; to > from; to = path.lastIndexOf('.', to - 1)) {
      const key = path.slice(from, to);
      if (Object.hasOwn(value, key)) return [key, ...walk(value[key], path, to + 1)];
    }
  }
  const dot = path.indexOf('.', from);
  const next = dot === -1 ? path.length : dot;
  const word = path.slice(from, next);
  const [, key, index] = /^(.*)\[(\d{1,9})\]$/s.exec(word) ?? [];
  if (key === undefined) return [word, ...walk(undefined, path, next + 1)];
  const list = isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  const item: unknown = Array.isArray(list) ? list[Number(index)] : undefined;
  return [key, Number(index), ...walk(item, path, next + 1)];
}

/** The key that a word or number stands for where a map could be: `pool: 20` is `pool: { size: 20 }`. */
export function shortFormOf(segments: Segments): string | null {
  if (segments.at(-1) === 'deploy') return 'strategy';
  return segments.at(-1) === 'pool' || segments.at(-2) === 'pools' ? 'size' : null;
}

/**
 * A copy of a value with another one at the path `rest` below `at`, undefined: with nothing there. Short forms on the way
 * are written out; what is not on the path is shared.
 */
export function withValue(old: unknown, rest: Segments, value: unknown, at: Segments = []): unknown {
  const [first, ...further] = rest;
  if (first === undefined) return value;
  const place = [...at, first];
  if (Array.isArray(old)) return old.with(Number(first), withValue(old[Number(first)], further, value, place));
  const short = shortFormOf(at);
  const map = isMap(old) ? old : old === undefined || old === null || short === null ? {} : { [short]: old };
  const below = withValue(Object.hasOwn(map, first) ? map[first] : undefined, further, value, place);
  if (below !== undefined) return { ...map, [first]: below };
  const { [first]: _, ...others } = map;
  return others;
}

function toFileForm(segments: Segments, root: unknown): Segments {
  if (!isMap(root)) return segments;
  const [section, name, pools, pool, ...rest] = segments;
  const hasShort = Object.hasOwn(root, 'database');
  const hasLong = isMap(root.databases) && Object.hasOwn(root.databases, 'database');
  if (section === 'databases' && name === 'database' && hasShort && !hasLong) {
    return ['database', ...segments.slice(2)];
  }
  if (section === 'database' && !hasShort && hasLong) return ['databases', ...segments];
  if (section === 'services' && pools === 'pools' && pool === 'default') {
    const service = isMap(root.services) ? root.services[`${name}`] : undefined;
    if (isMap(service) && !Object.hasOwn(service, 'pools')) return [section, `${name}`, 'pool', ...rest];
  }
  return segments;
}
