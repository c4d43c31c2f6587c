import { resolveDeploy } from '../deploy/deploy.ts';
import type { Report } from '../problem-collector.ts';
import type { DeployInput } from '../schema/deploy.ts';
import { named, type Segments } from '../segments.ts';
import type { Deploy, Deployable } from '../types.ts';

interface DeployableInput {
  readonly nodes: number;
  readonly max_nodes?: number | undefined;
  readonly processes?: number | undefined;
  readonly deploy?: DeployInput | undefined;
}

/** Stands for a deploy with mistakes until they are thrown. */
const mistaken: Deploy = {
  platform: 'none',
  strategy: 'none',
  overlap: { kind: 'in_place' },
  readyAfter: null,
  drain: null,
};

/** What services and poolers have in common: how many run, and how they are replaced. */
export function resolveDeployable(input: DeployableInput, at: Segments, report: Report): Deployable {
  const { nodes, max_nodes: maxNodes = null, processes = 1 } = input;
  if (maxNodes !== null && maxNodes < nodes) {
    report.problem(
      [...at, 'max_nodes'],
      `${named(at)} has ${nodes} nodes, but at most ${maxNodes}`,
      '`max_nodes` is the most the autoscaler starts: at least `nodes`.',
    );
  }
  const deployAt = [...at, 'deploy'];
  const { deploy, assumptions } = resolveDeploy(
    input.deploy,
    (path, message, hint) => report.problem([...deployAt, ...path], `${named(deployAt)}: ${message}`, hint),
    processes,
  );
  for (const assumed of assumptions) report.assume([...deployAt, ...assumed.at], assumed.value, assumed.reason);
  return { nodes, maxNodes, processes, deploy: deploy ?? mistaken };
}
