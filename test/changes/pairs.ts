import fc from 'fast-check';
import { topologyOf } from '../../src/topology/index.ts';
import { type TopologyFile, topologyFiles } from '../topology/arbitrary.ts';

type Map = Record<string, unknown>;

/** A place in a file: the map that holds a value, and its key. */
interface Place {
  readonly map: Map;
  readonly key: string;
}

const isMap = (value: unknown): value is Map => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every value that is no map, with the map it is in. */
function leaves(map: Map): Place[] {
  return Object.entries(map).flatMap(([key, value]) => (isMap(value) ? leaves(value) : [{ map, key }]));
}

/** One thing that someone may do to a file; `pick` chooses among what there is. */
type Edit = (file: Map, other: Map, pick: number, value: number) => void;

const chosen = <T>(items: readonly T[], pick: number): T | undefined => items[pick % Math.max(1, items.length)];
const sections = ['databases', 'poolers', 'services'];

const edits: readonly Edit[] = [
  (file, _, pick, value) => {
    const numbers = leaves(file).filter(({ map, key }) => typeof map[key] === 'number');
    const place = chosen(numbers, pick);
    if (place) place.map[place.key] = value;
  },
  (file, _, pick) => {
    const place = chosen(leaves(file), pick);
    if (place) delete place.map[place.key];
  },
  (file, _, pick, value) => {
    const targets = [...Object.keys(file.databases as Map), ...Object.keys((file.poolers ?? {}) as Map)];
    const routed = leaves(file).filter(({ key }) => key === 'to');
    const place = chosen(routed, pick);
    if (place) place.map[place.key] = chosen(targets, value);
  },
  (file, other, pick) => {
    const section = chosen(sections, pick) ?? '';
    file[section] = { ...(file[section] as Map), ...(other[section] as Map) };
  },
  (file, other, pick, value) => {
    const section = chosen(sections, pick) ?? '';
    const [mine, theirs] = [(file[section] ?? {}) as Map, (other[section] ?? {}) as Map];
    const [name, source] = [chosen(Object.keys(mine), value), chosen(Object.values(theirs), value)];
    if (name !== undefined && isMap(source))
      mine[name] = { ...source, ...(isMap(mine[name]) ? { to: mine[name].to } : {}) };
  },
  (file, _, pick, value) => {
    const section = file[chosen(sections, pick) ?? ''] as Map | undefined;
    delete section?.[chosen(Object.keys(section), value) ?? ''];
  },
  (file, other) => {
    file.policy = other.policy ?? {};
    file.scenarios = {};
  },
];

const small = { databases: 2, poolers: 2, services: 3, pools: 2 };

/** Two valid files as JSON: the second is the first after up to four edits of every kind, or has nothing to do with it. */
export const pairs: fc.Arbitrary<readonly [base: string, head: string]> = fc
  .tuple(
    topologyFiles(small),
    topologyFiles(small),
    fc.array(fc.tuple(fc.nat(edits.length - 1), fc.nat(), fc.integer({ min: 1, max: 60 })), {
      minLength: 1,
      maxLength: 4,
    }),
    fc.integer({ min: 0, max: 19 }),
  )
  .map(([base, other, list, unlike]) => {
    if (unlike === 0) return [base, other] as const;
    const head = structuredClone(base) as TopologyFile & Map;
    for (const [kind, pick, value] of list)
      edits[kind]?.(head, structuredClone(other) as TopologyFile & Map, pick, value);
    return [base, head] as const;
  })
  .filter(([, head]) => topologyOf(head) !== null)
  .map(([base, head]) => [JSON.stringify(base), JSON.stringify(head)] as const);
