import type { DatabaseScenario } from '../budget/types.ts';
import { percent, size } from '../words/units.ts';
import { yaml } from './common/example.ts';
import { scenariosBeyond } from './common/excess.ts';
import { connections } from './common/words.ts';
import { declared, worstDeclared } from './remedies/ways-to-fit.ts';
import type { DatabaseView, Hit, Rule } from './types.ts';

/** Parts in a hundred of memory that backends and shared buffers may take before the operating system runs short. */
const comfortable = 80;

/** Backends and shared buffers need more memory than the server has, or nearly all of it. */
export const memoryOverBudget: Rule = {
  id: 'memory-over-budget',
  severity: 'error',
  summary:
    'backends and shared buffers need more than the memory of the server (error), or more than 80% of it (warning)',
  why: 'Each connection is a process with memory of its own. When they outgrow the server it swaps or the kernel kills a backend, upon which PostgreSQL restarts them all; well before that the page cache is gone.',
  remedy:
    'Let fewer connections reach the server (smaller pools, a pooler in transaction mode), give shared_buffers less, or the server more memory.',
  example: {
    fires: yaml`
      database: { max_connections: 500, memory: 4GiB, shared_buffers: 25%, backend_memory: 10MB }
      services:
        web: { nodes: 20, pool: 20, deploy: none }
    `,
    silent: yaml`
      database: { max_connections: 500, memory: 8GiB, shared_buffers: 25%, backend_memory: 10MB }
      services:
        web: { nodes: 20, pool: 20, deploy: none }
    `,
  },
  check: (view) => [...view.databases.values()].flatMap(overMemory),
};

function overMemory({ database, budget }: DatabaseView): Hit[] {
  const { name, memoryBytes: memory, backendMemoryBytes: each, maxConnections } = database;
  const worst = worstDeclared(budget);
  if (memory === null || worst === null) return [];
  const buffers = database.sharedBuffersBytes ?? 0;
  // The server never accepts more than its limit, whatever the pools ask for.
  const backendsOf = ({ connections }: DatabaseScenario) => Math.min(connections, maxConnections);
  const neededIn = (scenario: DatabaseScenario) => backendsOf(scenario) * each + buffers;
  const most = Math.floor((memory * comfortable) / 100);
  const needed = neededIn(worst);
  if (needed <= most) return [];
  const backends = backendsOf(worst);
  const room = Math.floor((most - buffers) / each);
  return [
    {
      on: `databases.${name}`,
      scenario: worst.name,
      hidden: worst.connections === Infinity,
      ...(needed <= memory ? { severity: 'warning' as const } : {}),
      message: `${worst.name} needs ${size(needed)}: ${connections(backends)} x ${size(each)}${buffers > 0 ? ` + ${size(buffers)} shared buffers` : ''}; ${name} has ${size(memory)}: ${percent(needed / memory)} of it`,
      excess: scenariosBeyond(declared(budget), most, neededIn),
      remedy: () => remedy(memory, buffers, backends * each, room),
      at: `databases.${name}.memory`,
    },
  ];
}

function remedy(memory: number, buffers: number, backends: number, room: number): string {
  if (room <= 0) return `No memory is left beside the shared buffers: give them less, 25% of memory is usual.`;
  // Shared buffers keep their share of memory, as when they are given in percent.
  const enough = Math.ceil(backends / (comfortable / 100 - buffers / memory));
  return `${size(enough, 'up')} of memory is enough; with ${size(memory)}, ${connections(room)} stay within ${comfortable}%.`;
}
