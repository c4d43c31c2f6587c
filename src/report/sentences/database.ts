import type { DocumentDatabase, DocumentDatabaseScenario, DocumentPooler } from '../../documents/plan/types.ts';
import { amount, plural } from '../../words/figures.ts';
import { listed } from '../../words/lists.ts';
import { bytes } from '../../words/units.ts';

const namesShown = 6;

/** What a database is and what it can give: `main: postgres 17, 100 connections - 3 reserved = 97 usable`. */
export function databaseTitle(database: DocumentDatabase): string {
  const { name, engine, version, plan } = database;
  const product = [engine, version].filter((part) => part !== null).join(' ');
  return `${name}: ${[product, plan, room(database)].filter((part) => part !== null).join(', ')}`;
}

function room({ max_connections: most, reserved, usable, allowed, estimated }: DocumentDatabase): string {
  if (most === null) return 'no limit on connections';
  const given = `${plural(most, 'connection')}${estimated ? ' (estimated)' : ''}`;
  const left = reserved === 0 ? `${given}, all usable` : `${given} - ${reserved} reserved = ${amount(usable)} usable`;
  if (allowed === null) return `${left}, policy.overcommit_probability allows more`;
  return allowed === usable ? left : `${left}, overcommit allows ${amount(allowed)}`;
}

/** What the deploy in the scenario with the most connections adds: `deploy adds 2 nodes of web and a rollout of bouncer`; null for none. */
export function deployLine({ scenarios, worst }: DocumentDatabase): string | null {
  const scenario = scenarios.find(({ name }) => name === worst);
  const growing = scenario?.breakdown.filter(({ added_nodes }) => added_nodes > 0) ?? [];
  if (scenario === undefined) return null;
  const rollouts = scenario.deploying.filter((name) => growing.every(({ source }) => source !== name));
  if (growing.length + rollouts.length === 0) return null;
  if (growing.length + rollouts.length > namesShown) {
    const nodes = growing.reduce((sum, { added_nodes }) => sum + added_nodes, 0);
    return `${scenario.name} adds ${plural(nodes, 'node')} to ${plural(growing.length, 'service')}${rollouts.length > 0 ? `, and ${plural(rollouts.length, 'more rollout')}` : ''}`;
  }
  const added = [
    ...growing.map(({ source, added_nodes }) => `${plural(added_nodes, 'node')} of ${source}`),
    ...rollouts.map((name) => `a rollout of ${name}`),
  ];
  return `${scenario.name} adds ${listed(added, namesShown)}`;
}

/** The memory that the scenario with the most connections needs, where the server's is known; else null. */
export function memoryLine({ scenarios, worst, memory_bytes: has }: DocumentDatabase): string | null {
  const needed = scenarios.find(({ name }) => name === worst)?.memory_bytes;
  if (has === null || needed == null) return null;
  return `memory in ${worst}: ${bytes(needed)} of ${bytes(has)}${needed > has ? ', too much' : ''}`;
}

/** Each role and logical database that has a limit of its own, in the scenario that asks it for the most. */
export function limitLines({ scenarios }: DocumentDatabase): string[] {
  return [
    ...largestUses(scenarios, 'role', ({ roles }) => roles),
    ...largestUses(scenarios, 'logical database', ({ logical_databases }) => logical_databases),
  ];
}

function largestUses(
  scenarios: readonly DocumentDatabaseScenario[],
  what: string,
  uses: (scenario: DocumentDatabaseScenario) => DocumentDatabaseScenario['roles'],
): string[] {
  const largest = new Map<string, { readonly connections: number; readonly text: string }>();
  for (const scenario of scenarios) {
    for (const { name, limit, connections, fits } of uses(scenario)) {
      const size = connections ?? Number.POSITIVE_INFINITY;
      if (size <= (largest.get(name)?.connections ?? -1)) continue;
      const text = `${what} ${name}: ${amount(connections)} of CONNECTION LIMIT ${limit} in ${scenario.name}`;
      largest.set(name, { connections: size, text: fits ? text : `${text}, too many` });
    }
  }
  return [...largest.values()].map(({ text }) => text);
}

/** What a pooler is: `bouncer: pgbouncer in transaction mode to main, 3 (user, database) pairs`. */
export function poolerTitle({ name, kind, mode, to, pairs }: DocumentPooler): string {
  return `${name}: ${kind} in ${mode} mode to ${to}, ${plural(pairs, '(user, database) pair')}`;
}
