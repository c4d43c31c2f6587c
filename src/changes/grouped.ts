/** Items with the same key together, in the order of each key's first. */
export function grouped<T>(items: readonly T[], key: (item: T, index: number) => string): T[][] {
  const groups = new Map<string, T[]>();
  items.forEach((item, index) => {
    const of = key(item, index);
    const group = groups.get(of);
    if (group === undefined) groups.set(of, [item]);
    else group.push(item);
  });
  return [...groups.values()];
}
