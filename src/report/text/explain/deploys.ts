import type { Deploys, LeftOut } from '../../../budget/derivation/types.ts';
import type { Topology } from '../../../topology/types.ts';
import { keyed, namesOf, place } from './given.ts';
import { because, type Statement, say } from './statement.ts';

/** Who deploys at the same time, and why these. */
export function deploysStatement(topology: Topology, { kind, deploying, waiting }: Deploys): Statement {
  if (kind === 'steady') return because(say`Nothing deploys in this scenario.`);
  if (deploying.length === 0) return because(say`No rollout opens more connections here.`);
  const most = topology.policy.concurrentDeploys;
  const path = 'policy.concurrent_deploys';
  if (most === Infinity) {
    const together = deploying.length > 1 ? ' all at the same time' : '';
    return because(
      say`Deploying${together}: ${namesOf(deploying)}. policy.concurrent_deploys is all ${place(topology, path)}.`,
    );
  }
  const limit = keyed(topology, path, path, most);
  if (deploying.length < most) {
    const any = waiting.length > 1 ? 'any of ' : '';
    const others = waiting.length === 0 ? '' : `, and ${any}${namesOf(waiting)} would make no difference`;
    return because(say`Deploying: ${namesOf(deploying)}. ${limit} allows more${others}.`);
  }
  const others = waiting.length === 0 ? '' : ` In place of one of them, ${namesOf(waiting)} would not make it worse.`;
  return because(say`Deploying: ${namesOf(deploying)}. ${limit} allows no more.${others}`);
}

/** Services that open nothing, and why. */
export const leftOutStatements = (topology: Topology, leftOut: readonly LeftOut[]): Statement[] =>
  leftOut.map((each) => because(['Not in it: ', ...whyLeftOut(topology, each)]));

function whyLeftOut(topology: Topology, { service, why, instead }: LeftOut) {
  const at = (key: string) => place(topology, `services.${service}.${key}`);
  switch (why) {
    case 'no_nodes':
      return say`${service} has no nodes ${at('nodes')}.`;
    case 'deploy_only':
      return say`${service} runs only while others deploy ${at('when')}.`;
    case 'opens_nothing':
      return say`${service}: its pools are empty ${at('pools')}.`;
    case 'exclusive':
      return say`${service} never runs together with ${instead ?? 'another'} ${at('exclusive')}; with that it is worse.`;
  }
}
