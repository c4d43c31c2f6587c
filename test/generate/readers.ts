/** Strict readers of our own, for what npm has no parser of. Where a server reads it too, its tests hold both together. */

/** Entries of an ini file by section, as PgBouncer's parser (libusual, cfparser.c) reads them. */
export function readIni(text: string): Map<string, Map<string, string>> {
  const sections = new Map<string, Map<string, string>>();
  let section: Map<string, string> | null = null;
  for (const line of text.split('\n')) {
    const [, name] = /^\[([a-z]+)\]$/.exec(line) ?? [];
    const [, key, value] = /^([A-Za-z0-9_.*-]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (line.trim() === '' || /^[;#]/.test(line)) continue;
    if (name !== undefined) {
      section = new Map();
      sections.set(name, section);
    } else if (key !== undefined && value !== undefined && section !== null) {
      if (section.has(key)) throw new Error(`twice: ${key}`);
      section.set(key, value);
    } else throw new Error(`no line of an ini file: ${line}`);
  }
  return sections;
}

/** A connection string of libpq's kind, with values in single quotes that are doubled inside. */
export function readConnection(text: string): Record<string, string> {
  const part = /([a-z_]+)=(?:'((?:[^']|'')*)'|([^\s']+))(?:\s+|$)/y;
  const values: Record<string, string> = {};
  while (part.lastIndex < text.length) {
    const from = part.lastIndex;
    const [, key, quoted, bare] = part.exec(text) ?? [];
    if (key === undefined) throw new Error(`no connection string: ${text.slice(from)}`);
    values[key] = quoted?.replaceAll("''", "'") ?? (bare as string);
  }
  return values;
}

/** Limits that statements set, by kind and name, as PostgreSQL's scanner reads identifiers in double quotes. */
export function readLimits(text: string): { readonly what: string; readonly name: string; readonly limit: number }[] {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('--'));
  return lines.map((line) => {
    const [, what, name, limit] =
      /^ALTER (ROLE|DATABASE) "((?:[^"]|"")+)" CONNECTION LIMIT (-1|\d+);$/.exec(line) ?? [];
    if (what === undefined || name === undefined) throw new Error(`no statement: ${line}`);
    return { what, name: name.replaceAll('""', '"'), limit: Number(limit) };
  });
}

/** What text/template makes of a text with these values; other actions than values and strings are none of ours. */
export function readTemplate(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(.*?)\}\}/g, (_, action: string) => {
    const word = action.trim();
    if (values[word] !== undefined) return values[word];
    if (/^"[^"\\]*"$/.test(word)) return word.slice(1, -1);
    throw new Error(`an action: ${action}`);
  });
}
