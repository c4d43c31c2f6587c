import { dotted, isMap, type Segments } from './segments.ts';

/**
 * The segments that a written path such as `services.web.nodes` or `policy.accept[0]` stands for in a file. Names may
 * contain dots: the longest name that the file has is taken. The short forms are known, whichever form the file has:
 * `database` is `databases.database`, `services.web.pool` is `services.web.pools.default`.
 */
export function toSegments(path: string, root: unknown): Segments {
  const segments = walk(root, path.split('.'));
  return toFileForm(segments, root);
}

/** The path that findings and assumptions use for segments of a file. */
export function toPath(segments: Segments): string {
  return dotted(segments[0] === 'database' ? ['databases', ...segments] : segments);
}

function walk(value: unknown, words: readonly string[]): Segments {
  if (words.length === 0) return [];
  if (isMap(value)) {
    for (let length = words.length; length > 0; length--) {
      const key = words.slice(0, length).join('.');
      if (Object.hasOwn(value, key)) return [key, ...walk(value[key], words.slice(length))];
    }
  }
  const [first = '', ...rest] = words;
  const [, key, index] = /^(.*)\[(\d{1,9})\]$/s.exec(first) ?? [];
  if (key === undefined) return [first, ...walk(undefined, rest)];
  const list = isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  const item: unknown = Array.isArray(list) ? list[Number(index)] : undefined;
  return [key, Number(index), ...walk(item, rest)];
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
