import { computeBudget } from '../../src/budget/index.ts';
import { generate, type TargetName, targets, withEveryName } from '../../src/generate/index.ts';
import type { GenerateSource, GenerateTarget } from '../../src/generate/types.ts';
import { parseTopology } from '../../src/topology/index.ts';
import type { Topology } from '../../src/topology/types.ts';

/** A source with the sizes that a topology has. */
export const sourceOf = (topology: Topology): GenerateSource => ({
  topology,
  budget: computeBudget(
    withEveryName(
      topology,
      topology.databases.map(({ name }) => name),
    ),
  ),
  sizes: 'current',
  recommendations: [],
  settings: new Map(),
  command: ['generate', 'any', topology.path],
  host: null,
});

export const topologyOf = (text: string, path = 'topology.yml'): Topology => parseTopology(text, path);

/** What a target makes of everything in a topology that it can be made for. */
export function generated(name: TargetName, source: GenerateSource): string {
  const target: GenerateTarget = targets[name];
  const { databases, poolers, services } = source.topology;
  const all = { services, database: databases, pooler: poolers }[target.of];
  return generate(
    target,
    all.map((each) => each.name),
    source,
  );
}
