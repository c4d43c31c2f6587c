/** `a, b and c`; beyond `most` items the first of them and how many more: `a, b, c and 7 more`, of `what` there is. */
export function listed(items: readonly string[], most = 4, what = ''): string {
  const rest = `${items.length - most + 1} more${what && ` ${what}`}`;
  const shown = items.length > most ? [...items.slice(0, most - 1), rest] : items;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}
