import type { Opening, Opens } from '../../../budget/derivation/types.ts';
import { poolPath } from '../../../topology/pools.ts';
import type { Extra, Pool, Service, Topology } from '../../../topology/types.ts';
import { counted, keyed } from './given.ts';
import { nodesAliveTerm } from './nodes.ts';
import { because, type Piece, type Statement, say, sumOf } from './statement.ts';

/** The connections of a service: `= 6 nodes x 20`, and what both rest on. `what` says what they are. */
export function openingStatement(
  topology: Topology,
  { nodeCount, opens }: Opening,
  what = '',
): Pick<Statement, 'says' | 'because'> {
  const service = topology.services.find(({ name }) => name === nodeCount.name) as Service;
  const nodes = nodesAliveTerm(topology, `services.${service.name}`, nodeCount);
  const { perNode, perService } = opens;
  const once = perService === 0 ? [] : [say`${perService} once`];
  const terms = perNode === 0 ? once : [say`${nodes.term} x ${perNode}`, ...once];
  const deployOnly =
    service.when === 'deploy'
      ? [because(say`${service.name} runs only while others deploy ${place(topology, service, 'when')}`)]
      : [];
  return {
    says: say`${what}= ${sumOf(terms)}`,
    because: [
      ...(perNode === 0 ? [] : nodes.because),
      ...deployOnly,
      ...perNodeStatements(topology, service, opens),
      ...perServiceStatements(topology, service, opens),
    ],
  };
}

const place = (topology: Topology, { name }: Service, key: string) => ({
  from: topology.origin(`services.${name}.${key}`),
});

/** M: what one node opens. `to`: name the target of each pool as well. */
export function perNodeStatements(topology: Topology, service: Service, opens: Opens, to = false): Statement[] {
  const { processes, perProcess, perNode } = opens;
  if (perNode === 0) return [];
  const ofNode = opens.extras
    .filter(({ per }) => per === 'node')
    .map((extra) => extraTerm(topology, service, extra, to));
  if (perProcess === 0) return [because(say`${perNode} a node = ${sumOf(ofNode)}`)];
  const ofProcess = [
    ...opens.pools.flatMap((pool) => poolTerms(topology, service, pool, to)),
    ...opens.extras.filter(({ per }) => per === 'process').map((extra) => extraTerm(topology, service, extra, to)),
  ];
  const [only, ...others] = ofProcess;
  const isOne = only !== undefined && others.length === 0;
  const running = counted(topology, `services.${service.name}.processes`, processes, 'process', 'processes');
  const perProcessTerm = say`${running} x ${isOne ? only : perProcess}`;
  return [
    because(
      say`${perNode} a node = ${sumOf([perProcessTerm, ...ofNode])}`,
      isOne ? [] : [because(say`${perProcess} a process = ${sumOf(ofProcess)}`)],
    ),
  ];
}

/** What a service opens once, however many nodes it has. */
export function perServiceStatements(topology: Topology, service: Service, opens: Opens, to = false): Statement[] {
  if (opens.perService === 0) return [];
  const terms = opens.extras
    .filter(({ per }) => per === 'service')
    .map((extra) => extraTerm(topology, service, extra, to));
  return [because(say`${opens.perService} once, however many nodes = ${sumOf(terms)}`)];
}

function poolTerms(topology: Topology, service: Service, pool: Pool, to: boolean): Piece[][] {
  const path = poolPath(service.name, pool.name);
  const name = pool.name === 'default' ? 'pool' : `pool ${pool.name}`;
  const target = to ? ` to ${pool.to}` : '';
  const size = say`${keyed(topology, `${path}.size`, name, pool.size)}${target}`;
  const overflow = keyed(
    topology,
    `${path}.overflow`,
    pool.name === 'default' ? 'overflow' : `overflow of ${pool.name}`,
    pool.overflow,
  );
  return pool.overflow === 0 ? [size] : [size, say`${overflow}${target}`];
}

function extraTerm(topology: Topology, service: Service, extra: Extra, to: boolean): Piece[] {
  const path = `services.${service.name}.extra[${service.extras.indexOf(extra)}].count`;
  return say`${keyed(topology, path, extra.name, extra.count)}${to ? ` to ${extra.to}` : ''}`;
}
