/** Strict readers: each takes what the format's own parser takes, and throws for anything else. */

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

/** Variables of an environment file that Docker, systemd and POSIX shells read alike. */
export function readEnv(text: string): Map<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const entries = lines.map((line) => {
    const [, name, value] = /^([A-Z_][A-Z0-9_]*)=(\d+)$/.exec(line) ?? [];
    if (name === undefined) throw new Error(`no variable: ${line}`);
    return [name, Number(value)] as const;
  });
  return new Map(entries);
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

/** Settings of postgresql.conf that are whole numbers. */
export function readConf(text: string): Map<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const entries = lines.map((line) => {
    const [, name, value] = /^([a-z_]+) = (\d+)$/.exec(line) ?? [];
    if (name === undefined) throw new Error(`no setting: ${line}`);
    return [name, Number(value)] as const;
  });
  return new Map(entries);
}

/** Java properties whose keys need no escape. */
export function readProperties(text: string): Map<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const entries = lines.map((line) => {
    const [, name, value] = /^([\w.-]+)=(\d+)$/.exec(line) ?? [];
    if (name === undefined) throw new Error(`no property: ${line}`);
    return [name, Number(value)] as const;
  });
  return new Map(entries);
}

/** What ERB makes of a text without code. */
export function readErb(text: string): string {
  if (text.includes('<%')) throw new Error(`code: ${text}`);
  return text;
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

/** A comparison of PromQL: the metric with its matchers, and the threshold. Strings are Go's. */
export function readAlert(expr: string): { metric: string; labels: Record<string, string>; threshold: number } {
  const shape = /^(?:sum by \(instance\) \()?([a-z_]+)(?:\{(.*)\})?\)? (?:>=|>|!=) (\d+)$/su;
  const [, metric, matchers = '', threshold] = shape.exec(expr) ?? [];
  if (metric === undefined) throw new Error(`no comparison: ${expr}`);
  const matcher = /([a-z_]+)=~?("(?:[^"\\\n]|\\["\\]|\\u[0-9a-f]{4})*")(?:,|$)/y;
  const labels: Record<string, string> = {};
  while (matcher.lastIndex < matchers.length) {
    const [, name, value] = matcher.exec(matchers) ?? [];
    if (name === undefined) throw new Error(`no matcher: ${matchers}`);
    labels[name] = JSON.parse(value as string);
  }
  return { metric, labels, threshold: Number(threshold) };
}

/** Sizes of a generated Go file, by service and pool; everything around them is as it always is. */
export function readGo(text: string): Record<string, Record<string, { open: number; idle: number }>> {
  const [, body = ''] = /\nvar Pools = map\[string\]map\[string\]Pool\{\n(.*?)\n\}\n/s.exec(text) ?? [];
  const services: Record<string, Record<string, { open: number; idle: number }>> = {};
  let current: Record<string, { open: number; idle: number }> | null = null;
  for (const line of body.split('\n')) {
    const [, service] = /^\t("[\w.-]+"): \{$/.exec(line) ?? [];
    const [, pool, open, idle] = /^\t\t("[\w.-]+"): \{MaxOpen: (\d+), MaxIdle: (\d+)\},$/.exec(line) ?? [];
    if (/^\t+\/\//.test(line)) continue;
    if (service !== undefined) services[JSON.parse(service)] = current = {};
    else if (pool !== undefined && current !== null)
      current[JSON.parse(pool)] = { open: Number(open), idle: Number(idle) };
    else if (line === '\t},') current = null;
    else throw new Error(`no line of the map: ${line}`);
  }
  return services;
}

/** Pool sizes of an Elixir configuration, by application and repo. */
export function readElixir(text: string): Map<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  if (lines.shift() !== 'import Config') throw new Error('no configuration');
  const entries = lines.map((line) => {
    const [, repo, size] = /^config (:[a-z_]\w*, [A-Z]\w*\.[A-Z]\w*), pool_size: (\d+)$/.exec(line) ?? [];
    if (repo === undefined) throw new Error(`no setting: ${line}`);
    return [repo, Number(size)] as const;
  });
  return new Map(entries);
}
