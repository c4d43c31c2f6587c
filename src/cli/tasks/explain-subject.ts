import { deriveDatabase, derivePooler, deriveService } from '../../budget/derivation/index.ts';
import type { Derivation, WorstCases } from '../../budget/derivation/types.ts';
import { worstCases } from '../../budget/index.ts';
import { readText } from '../../io/read.ts';
import { screen } from '../../io/terminal.ts';
import { printResult } from '../../io/write.ts';
import { explanationOf } from '../../report/text/explain/index.ts';
import { renderExplanation } from '../../report/text/explain/render.ts';
import { parseTopology, type Topology } from '../../topology/index.ts';
import { FileFailures } from '../failures/file-failures.ts';
import { UsageError, unknownName } from '../failures/usage-error.ts';

/** What to explain, and how to show it. */
export interface TotalFlags {
  readonly on: string;
  readonly scenario?: string | undefined;
  readonly set?: readonly string[] | undefined;
  readonly color?: boolean | undefined;
}

/** Prints how a total of a file comes about. Throws UsageError for a name that is not in it, FileFailures for mistakes. */
export async function explainTotal(
  path: string | undefined,
  { on, scenario, set = [], color }: TotalFlags,
): Promise<void> {
  if (path === undefined) throw new UsageError('the topology file is missing, before --on');
  const topology = readTopology(await readText(path), path, set);
  const paths = subjectPaths(topology);
  // A name alone will do: databases, poolers and services share one name space.
  const subject = paths.find((each) => each === on || nameOf(each) === on);
  if (subject === undefined) throw unknownName('--on', on, isPath.test(on) ? paths : paths.map(nameOf));
  const worsts = worstCases(topology);
  const scenarios = scenarioNames(worsts);
  if (scenario !== undefined && !scenarios.includes(scenario)) throw unknownName('scenario', scenario, scenarios);
  const derivation = accountOf(topology, worsts, subject, scenario ?? null);
  const explanation = explanationOf(topology, derivation, scenario);
  await printResult(renderExplanation(explanation, screen(process.stdout, color)));
}

/** The topology of a text. Throws FileFailures, which show the lines with mistakes. */
export function readTopology(text: string, path: string, sets: readonly string[]): Topology {
  try {
    return parseTopology(text, path, sets);
  } catch (error) {
    throw new FileFailures([error], new Map([[path, text]]));
  }
}

/** Everything that `--on` can name, in file order. */
export const subjectPaths = (topology: Topology): string[] =>
  (['databases', 'poolers', 'services'] as const).flatMap((room) =>
    topology[room].map(({ name }) => `${room}.${name}`),
  );

const isPath = /^(databases|poolers|services)\./;

const nameOf = (path: string): string => path.slice(path.indexOf('.') + 1);

function accountOf(topology: Topology, worsts: WorstCases, path: string, scenario: string | null): Derivation {
  const name = nameOf(path);
  if (path.startsWith('databases.')) return deriveDatabase(topology, worsts, name, scenario);
  if (path.startsWith('poolers.')) return derivePooler(topology, worsts, name, scenario);
  return deriveService(topology, worsts, name, scenario);
}

const scenarioNames = ({ databases, poolers }: WorstCases): string[] => [
  ...new Set([...databases, ...poolers].flatMap(({ scenarios }) => scenarios.map(({ name }) => name))),
];
