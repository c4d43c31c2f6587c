/** The three kinds of things that a topology names. */
export type Room = 'databases' | 'poolers' | 'services';

/** The names that each room of a topology has. */
export type NamesByKind = Readonly<Record<Room, ReadonlySet<string>>>;

const rooms: readonly Room[] = ['databases', 'poolers', 'services'];

/**
 * What a path of the topology is about: `services.web.v2.pools.default` with services `web` and `web.v2` is about
 * `web.v2`, the longest name that the path begins with. Null for paths outside the three rooms and unknown names.
 */
export function subject(path: string, names: NamesByKind): { readonly room: Room; readonly name: string } | null {
  const room = rooms.find((room) => path.startsWith(`${room}.`));
  if (room === undefined) return null;
  const rest = path.slice(room.length + 1);
  for (let end = rest.length; end > 0; end = rest.lastIndexOf('.', end - 1)) {
    const name = rest.slice(0, end);
    if (names[room].has(name)) return { room, name };
  }
  return null;
}
