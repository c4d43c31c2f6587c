import { parser as promql } from '@prometheus-io/lezer-promql';
import { format as gofmt } from '@wasm-fmt/gofmt';
import { parser as elixir } from 'lezer-elixir';
import { getProperties } from 'properties-file';

/** What the tests compare, out of texts that the format's own parser has read. Each throws for a text that is none. */

/** Properties as Java reads them. */
export const readProperties = (text: string): Record<string, string> => getProperties(text);

/** Sizes of a generated Go file, by service and pool. gofmt, which would change nothing, vouches for all around them. */
export function readGo(text: string): Record<string, Record<string, { open: number; idle: number }>> {
  if (gofmt(text) !== text) throw new Error(`not as gofmt writes it: ${text}`);
  const services: Record<string, Record<string, { open: number; idle: number }>> = {};
  let pools: Record<string, { open: number; idle: number }> = {};
  const entry = /^\t+("[^"]+"): \{(?:MaxOpen: (\d+), MaxIdle: (\d+)\},)?$/gm;
  for (const [, name = '', open, idle] of text.matchAll(entry)) {
    if (open === undefined) services[JSON.parse(name)] = pools = {};
    else pools[JSON.parse(name)] = { open: Number(open), idle: Number(idle) };
  }
  return services;
}

type Parser = typeof elixir;
type Leaf = { readonly kind: string; readonly text: string };

/** The statements of a text, as the words that each is made of. Throws where the grammar has no place for a word. */
function statements(parser: Parser, text: string): Leaf[][] {
  const found: Leaf[][] = [];
  const { topNode } = parser.configure({ strict: true }).parse(text);
  for (let statement = topNode.firstChild; statement !== null; statement = statement.nextSibling) {
    const leaves: Leaf[] = [];
    statement.cursor().iterate(({ node, name: kind, from, to }) => {
      if (node.firstChild === null) leaves.push({ kind, text: text.slice(from, to) });
    });
    found.push(leaves);
  }
  return found;
}

/** Pool sizes of an Elixir configuration, by application and repo. */
export function readElixir(text: string): Map<string, number> {
  const [head, ...settings] = statements(elixir, text).filter(([first]) => first?.kind !== 'Comment');
  if (head?.map((leaf) => leaf.text).join(' ') !== 'import Config') throw new Error(`no configuration: ${text}`);
  const entries = settings.map((leaves) => {
    const [config, app, repo, key, size] = leaves.map((leaf) => leaf.text);
    const kinds = leaves.map(({ kind }) => kind).join(' ');
    if (kinds !== 'Identifier Atom Alias Keyword Integer' || config !== 'config' || key !== 'pool_size:')
      throw new Error(`no setting: ${leaves.map((leaf) => leaf.text).join(' ')}`);
    return [`${app}, ${repo}`, Number(size)] as const;
  });
  return new Map(entries);
}

/** The labels that a comparison of PromQL asks for, and its threshold. */
export function readAlert(expr: string): { labels: Record<string, string>; threshold: number } {
  const leaves = statements(promql, expr).flat();
  const labels = leaves.flatMap(({ kind, text }, index) =>
    kind === 'StringLiteral' ? [[leaves[index - 2]?.text, JSON.parse(text)] as const] : [],
  );
  return { labels: Object.fromEntries(labels), threshold: Number(leaves.at(-1)?.text) };
}
