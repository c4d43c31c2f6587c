import type { NodeCount, Rollout } from '../../../budget/derivation/types.ts';
import type { Topology } from '../../../topology/types.ts';
import { noun } from '../../../words/figures.ts';
import { drainingTerms } from './draining.ts';
import { counted, factorOf, keyed, place, ruled } from './given.ts';
import { type NodeTerm, type RolloutContext, termOf } from './node-count.ts';
import { because, type Piece, type StatedNumber, type Statement, say } from './statement.ts';

/**
 * The nodes of a service or pooler that are alive, as a term of an equation. `path`: its own, such as `services.web`.
 */
export function nodesAliveTerm(topology: Topology, path: string, nodeCount: NodeCount): NodeTerm {
  const { rollout, alive } = nodeCount;
  const nodes = usualNodes(topology, path, nodeCount);
  if (rollout === null) return { term: [nodes], because: [] };
  const context: RolloutContext = {
    topology,
    path,
    at: `${path}.deploy`,
    platform: rollout.platform,
    nodes: rollout.nodes,
  };
  const undeclared = rollout.undeclared ? [because(drainingUncounted)] : [];
  if (alive === rollout.nodes) {
    return { term: [nodes], because: alive === 0 ? [] : [addsNone(context, rollout), ...undeclared] };
  }
  const { term, because: reasons } = aliveTerm(context, nodes, rollout);
  const equation = because(say`${alive} ${noun(alive, 'node')} alive = ${term}`, reasons, undeclared);
  return { term: say`${alive} ${noun(alive, 'node')}`, because: [equation] };
}

const drainingUncounted = say`old nodes that still drain are not in it: ready_after and drain are not both declared`;

/** The nodes while nothing deploys: `4 nodes (topology.yml:4)`, or what sets them in this scenario. */
function usualNodes(topology: Topology, path: string, { name, nodes, from }: NodeCount): StatedNumber {
  if (from === 'max_nodes') return keyed(topology, `${path}.max_nodes`, 'max_nodes', nodes);
  const at = from === 'nodes' ? `${path}.nodes` : `scenarios.${from.scenario}.nodes.${name}`;
  return counted(topology, at, nodes, 'node');
}

function aliveTerm(context: RolloutContext, nodes: StatedNumber, rollout: Rollout): NodeTerm {
  const { topology, at } = context;
  switch (rollout.kind) {
    case 'in_place':
      return { term: [nodes], because: [] };
    case 'second_set':
      return { term: secondSet(context, nodes, rollout), because: [] };
    case 'factor': {
      const factor = keyed(topology, `${at}.${rollout.key}`, rollout.key ?? 'factor', factorOf(rollout.factor));
      return { term: say`ceil(${nodes} x ${factor})`, because: [] };
    }
    case 'processes': {
      const { processes, more, key } = rollout;
      const own = counted(topology, `${context.path}.processes`, processes, 'process', 'processes');
      const added = ruled(more, key === null ? `rule of ${rollout.platform}` : `by ${key} of ${rollout.platform}`);
      const total = processes + more;
      return {
        term: say`ceil(${nodes} x ${total} / ${own})`,
        because: [because(say`${total} processes while a node deploys = ${processes} + ${added}`)],
      };
    }
    case 'extra': {
      const { term, because } = termOf(context, rollout.extra, rollout.extra.nodes, 'more');
      return { term: say`${nodes} + ${term}`, because };
    }
    case 'rolling': {
      const surge = termOf(context, rollout.surgeFrom, rollout.surge, 'surge');
      if (rollout.draining === null) return { term: say`${nodes} + ${surge.term}`, because: surge.because };
      return drainingTerms(context, nodes, rollout, surge);
    }
  }
}

type SecondSet = Extract<Rollout, { kind: 'second_set' }>;

function secondSet(
  context: RolloutContext,
  nodes: StatedNumber,
  { atMost, key, drains, strategy }: SecondSet,
): Piece[] {
  const { topology, at } = context;
  if (atMost === null) return say`2 x ${nodes}: a full second set beside the first, ${strategy} ${place(topology, at)}`;
  const bound = keyed(topology, `${at}.${key}`, key ?? 'at most', atMost);
  if (drains) return say`2 x ${nodes}: nodes that drain come on top of ${bound}`;
  return say`min(2 x ${nodes}, ${bound})`;
}

/** Why a rollout adds no node. */
function addsNone(context: RolloutContext, rollout: Rollout): Statement {
  const { topology, at, platform } = context;
  const { strategy } = rollout;
  const name = platform === 'any' || platform === strategy ? strategy : `${platform} ${strategy}`;
  const deploy = say`no node more: its deploy, ${name} ${place(topology, at)},`;
  switch (rollout.kind) {
    case 'in_place':
      return because(say`${deploy} stops old nodes before it starts new ones`);
    case 'second_set': {
      const bound = keyed(topology, `${at}.${rollout.key}`, rollout.key ?? 'at most', rollout.atMost ?? Infinity);
      return because(say`${deploy} has no room for a second set: ${bound}`);
    }
    case 'factor':
    case 'processes':
      return because(say`${deploy} multiplies them by 1`);
    case 'extra': {
      const { term, because: reasons } = termOf(context, rollout.extra, rollout.extra.nodes, 'more');
      return because(say`${deploy} starts ${term}`, reasons);
    }
    case 'rolling': {
      if (rollout.surgeFrom.key === null) return because(say`${deploy} starts none beside the others`);
      const { term, because: reasons } = termOf(context, rollout.surgeFrom, rollout.surge, 'surge');
      return because(say`${deploy} has ${term}`, reasons);
    }
  }
}
