import type { Deployable, Topology } from '../../topology/types.ts';
import { nodesAlive } from '../rollout/nodes-alive.ts';
import type { ScenarioKind } from '../types.ts';

/** Circumstances to add up: how many nodes each service and pooler has, and what a rollout makes of them. */
export interface Scenario {
  readonly name: string;
  readonly kind: ScenarioKind;
  /** The circumstances alone: `` as in the file, `peak`, or the user's own. */
  readonly circumstances: string;
  /** Nodes while it does not deploy. */
  readonly nodes: (subject: Subject) => number;
}

/** A service or a pooler. */
export type Subject = Deployable & { readonly name: string; readonly when?: 'always' | 'deploy' };

/** A scenario without its deploy variants. */
interface Circumstances {
  readonly name: string;
  readonly nodes: (subject: Subject) => number;
  /** Whether it says anything new about these services and poolers. */
  readonly concerns: (subjects: readonly Subject[]) => boolean;
}

/** The most nodes alive of a subject that deploys in this scenario; its plain nodes where nothing deploys. */
export const nodesDeploying = (scenario: Scenario, subject: Subject): number =>
  nodesDeployingFrom(scenario.kind, subject, scenario.nodes(subject));

/** The same from a given number of nodes. What exists only while others deploy is not rolled out itself. */
export function nodesDeployingFrom(kind: ScenarioKind, { deploy, when }: Subject, steady: number): number {
  if (kind === 'steady' || when === 'deploy') return steady;
  return nodesAlive(deploy, steady)[kind === 'draining' ? 'draining' : 'deploy'];
}

/** Built-in circumstances and the user's own, in the order they are reported. */
function circumstances(topology: Topology): Circumstances[] {
  const given = (subject: Subject) => subject.nodes;
  return [
    { name: '', nodes: given, concerns: () => true },
    {
      name: 'peak',
      nodes: ({ nodes, maxNodes }) => maxNodes ?? nodes,
      concerns: (subjects) => subjects.some(({ maxNodes }) => maxNodes !== null),
    },
    ...topology.scenarios.map(({ name, nodes: byName }) => ({
      name,
      nodes: (subject: Subject) => byName.get(subject.name) ?? subject.nodes,
      concerns: () => true,
    })),
  ];
}

/** The scenarios that concern some services and poolers: each circumstance as it is, deploying, and draining slowly. */
export function scenariosOf(topology: Topology): (subjects: readonly Subject[]) => Scenario[] {
  const all = circumstances(topology).map((each) => ({ ...each, variants: variantsOf(each) }));
  return (subjects) => all.filter(({ concerns }) => concerns(subjects)).flatMap(({ variants }) => variants);
}

function variantsOf({ name, nodes }: Circumstances): Scenario[] {
  const prefix = name === '' ? '' : `${name}-`;
  return [
    { name: name === '' ? 'steady' : name, kind: 'steady', circumstances: name, nodes },
    { name: `${prefix}deploy`, kind: 'deploy', circumstances: name, nodes },
    { name: `${prefix}deploy-draining`, kind: 'draining', circumstances: name, nodes },
  ];
}
