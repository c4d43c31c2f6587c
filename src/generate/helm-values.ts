import { emptyPools } from './code.ts';
import { comment } from './comment.ts';
import { quoted } from './quoted.ts';
import type { GenerateTarget, SizedService } from './types.ts';

/** Values for a chart of one's own, all below one key. */
export const helmValues: GenerateTarget = {
  name: 'helm-values',
  about: 'YAML values: nodes, and the pools of each service',
  comment: '#',
  of: 'services',
  clients: null,
  several: true,
  lines: (services) => [
    '',
    ...comment('#', 'In a template: index .Values.connbudget "SERVICE" "pools" "POOL" "max". max is size + overflow.'),
    'connbudget:',
    ...services.flatMap(values),
  ],
};

function values(each: SizedService): string[] {
  const { name, nodes, maxNodes, processes } = each.service;
  return [
    ...comment('#', each.perNode, '  '),
    ...emptyPools('#', each, '  '),
    `  ${quoted(name)}:`,
    `    nodes: ${nodes}`,
    ...(maxNodes === null ? [] : [`    maxNodes: ${maxNodes}`]),
    `    processes: ${processes}`,
    `    connectionsPerNode: ${each.connectionsPerNode}`,
    `    pools:${each.pools.length === 0 ? ' {}' : ''}`,
    ...each.pools.flatMap(({ pool, most, origin }) => [
      ...comment('#', origin, '      '),
      `      ${quoted(pool.name)}: { size: ${pool.size}, overflow: ${pool.overflow}, max: ${most} }`,
    ]),
  ];
}
