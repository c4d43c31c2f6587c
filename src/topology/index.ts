import { InputError, type Problem } from '../findings/types.ts';
import { originsOf } from './origin.ts';
import { type Report, reportOn } from './problem-collector.ts';
import { type Resolved, resolveTopology } from './resolve/topology.ts';
import { isMap } from './segments.ts';
import { applySets, setPath } from './sets.ts';
import { type Source, unplaced } from './source.ts';
import type { Topology } from './types.ts';
import { readYaml } from './yaml.ts';

export type * from './types.ts';

/**
 * Reads a topology file: checks it and completes it with defaults.
 * @param text YAML or JSON
 * @param path the file's path as the user gave it, for locations
 * @param sets changes such as `services.web.nodes=40`, checked like the file
 * @throws InputError with every problem: those of the file in file order, then those of the sets
 */
export function parseTopology(text: string, path: string, sets: readonly string[] = []): Topology {
  const { source: file, problems: unread } = readYaml(path, text);
  if (file === null) throw new InputError(unread);
  const { source, problems: unset } = applySets(file, sets);
  const problems = [...unread, ...unset];
  if (!isMap(source.value)) throw new InputError([...problems, noMap(source)]);
  const report = reportOn(source);
  const resolved = resolveTopology(source.value, source, report);
  problems.push(...report.problems);
  if (problems.length > 0) throw new InputError(inOrder(problems, [path, ...sets.map(setPath)]));
  return complete(source, resolved, report);
}

/**
 * The topology that a value makes, such as another's `given` with something changed in it; null when it has mistakes.
 * Nothing in it has a place.
 */
export function topologyOf(given: unknown): Topology | null {
  const source = unplaced(given);
  const report = reportOn(source);
  if (!isMap(given)) return null;
  const resolved = resolveTopology(given, source, report);
  return report.problems.length > 0 ? null : complete(source, resolved, report);
}

const complete = (source: Source, resolved: Resolved, report: Report): Topology => ({
  path: source.path,
  ...resolved,
  assumptions: report.assumptions,
  given: source.value,
  origin: originsOf(source, report),
});

function noMap({ value, locate, at }: Source): Problem {
  const what = Array.isArray(value) ? 'a list' : 'a single value';
  return {
    location: locate([]) ?? at(0),
    message: value === undefined || value === null ? 'the file is empty' : `the file holds ${what}, not a map`,
    hint: 'A topology has `databases:` and `services:`; `connbudget init` writes one to start from.',
  };
}

function inOrder(problems: readonly Problem[], paths: readonly string[]): Problem[] {
  return [...problems].sort(
    ({ location: a }, { location: b }) =>
      paths.indexOf(a.path) - paths.indexOf(b.path) || a.line - b.line || a.column - b.column,
  );
}
