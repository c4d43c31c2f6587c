import type { Budget } from '../../budget/types.ts';
import type { Excess, Finding } from '../../findings/types.ts';
import { verdict } from '../../findings/verdict.ts';
import type { Plan } from '../../plan/types.ts';
import type { Recommendation, SettingAdvice, Sizing } from '../../sizing/types.ts';
import type { Policy, Ratio, Service, Topology } from '../../topology/types.ts';
import { bounded } from '../values.ts';
import { counts } from './counts.ts';
import { toOvercommit } from './overcommit.ts';
import { toDatabaseScenario, toPoolerScenario } from './scenarios.ts';
import type * as Doc from './types.ts';

export type * from './types.ts';

/** The plan and what the rules found, as the versioned document that every format is made from. Findings keep their order. */
export function toDocument(plan: Plan, findings: readonly Finding[]): Doc.Document {
  const { topology, budget, sizing } = plan;
  const body = {
    databases: databases(plan),
    poolers: poolers(topology, budget),
    services: services(topology, budget),
    findings: findings.map(toFinding),
  };
  return {
    schema_version: 1,
    topology: topology.path,
    verdict: verdict(body.findings, topology.policy.failOn),
    policy: toPolicy(topology.policy),
    counts: counts(body),
    only_scenarios: null,
    ...body,
    assumptions: [...assumptions(topology), ...cutShort(topology, budget)],
    ...toSizing(sizing),
  };
}

function databases({ topology, budget, overcommit }: Plan): Doc.DocumentDatabase[] {
  const declared = byName(topology.databases);
  const chances = new Map(overcommit.map((each) => [each.database, each]));
  const most = topology.policy.overcommitProbability ?? 1;
  return budget.databases.map((each) => {
    const { name, usable, allowed, scenarios, worst } = each;
    const database = named(declared, name);
    const known = chances.get(name);
    const tooLikely = (scenario: string) => (known?.probabilities.get(scenario) ?? 0) > most;
    return {
      name,
      engine: database.engine,
      version: database.version,
      plan: database.plan,
      max_connections: bounded(database.maxConnections),
      reserved: database.superuserReserved + database.reserved + database.providerReserved,
      usable: bounded(usable),
      allowed: bounded(allowed),
      estimated: database.estimated,
      memory_bytes: database.memoryBytes,
      scenarios: scenarios.map((scenario) => toDatabaseScenario(scenario, tooLikely(scenario.name))),
      worst,
      overcommit: toOvercommit(each, topology.policy, known),
    };
  });
}

function poolers(topology: Topology, budget: Budget): Doc.DocumentPooler[] {
  const declared = byName(topology.poolers);
  return budget.poolers.map(({ name, to, pairs, serverCapacity, scenarios }) => {
    const { kind, mode } = named(declared, name);
    const server_capacity = bounded(serverCapacity);
    return { name, kind, mode, to, pairs, server_capacity, scenarios: scenarios.map(toPoolerScenario) };
  });
}

function services(topology: Topology, budget: Budget): Doc.DocumentService[] {
  const declared = byName(topology.services);
  return budget.services.map(({ name, nodes, perNode, moreNodes, effectivePerNode }) => {
    const service = named(declared, name);
    return {
      name,
      nodes,
      max_nodes: service.maxNodes,
      per_node: bounded(perNode),
      more_nodes: moreNodes,
      effective_per_node: bounded(effectivePerNode),
      targets: targets(service),
    };
  });
}

function targets({ pools, extras }: Service): string[] {
  return [...new Set([...pools, ...extras].map(({ to }) => to))];
}

function toPolicy({
  headroom,
  overcommit,
  overcommitProbability,
  concurrentDeploys,
  failOn,
}: Policy): Doc.DocumentPolicy {
  return {
    headroom: quotient(headroom),
    overcommit: quotient(overcommit),
    overcommit_probability: overcommitProbability,
    concurrent_deploys: bounded(concurrentDeploys),
    fail_on: failOn,
  };
}

/** A finding as documents have it. */
export function toFinding(finding: Finding): Doc.DocumentFinding {
  const { rule, severity, on, scenario, message, why, remedy, acceptedBy, acceptedFor, change, location } = finding;
  return {
    rule,
    severity,
    on,
    scenario,
    message,
    why,
    remedy,
    accepted: acceptedBy !== null,
    accepted_by: acceptedBy,
    accepted_for: acceptedFor,
    excess: finding.excess.map(toExcess),
    change,
    before: finding.before?.map(toExcess) ?? null,
    location,
  };
}

function toExcess({ scenario, amount }: Excess): Doc.DocumentExcess {
  return { scenario, amount: bounded(amount) };
}

function assumptions({ assumptions, origin }: Topology): Doc.DocumentAssumption[] {
  return assumptions.map(({ on, value, reason }) => ({ on, value, reason, location: origin(on).location }));
}

/** Worst cases that were not searched to the end: they are never too low, and may be too high. */
function cutShort({ origin }: Topology, { databases }: Budget): Doc.DocumentAssumption[] {
  return databases.flatMap(({ name, scenarios }) => {
    const on = `databases.${name}`;
    return scenarios
      .filter(({ unsearched }) => unsearched > 0)
      .map((scenario) => ({
        on,
        value: `${scenario.connections} connections in ${scenario.name}`,
        reason: `too many sets of deploys to try them all: it is at most that, and at least ${scenario.connections - scenario.unsearched}`,
        location: origin(on).location,
      }));
  });
}

function toSizing(sizing: Sizing): Pick<Doc.Document, 'recommendations' | 'ways_out' | 'spare'> {
  return {
    recommendations: [...sizing.settings.map(asRecommendation), ...sizing.recommendations].map(toRecommendation),
    ways_out: sizing.waysOut.map((way) => ({
      database: way.database,
      scenario: way.scenario,
      max_connections: way.maxConnections,
      memory_bytes: way.memoryBytes,
      fewer_nodes: way.fewerNodes,
      pooler_size: way.poolerSize,
      pooler_replaces: way.poolerReplaces === null ? null : bounded(way.poolerReplaces),
    })),
    spare: sizing.spare.map(({ database, scenario, connections }) => ({
      database,
      scenario,
      connections: bounded(connections),
    })),
  };
}

/** A setting of a pooler is a size without overflow. */
const asRecommendation = ({ on, current, recommended, reason }: SettingAdvice): Recommendation => ({
  on,
  current,
  recommended,
  size: recommended,
  overflow: 0,
  reason,
});

const toRecommendation = (size: Recommendation): Doc.DocumentRecommendation => ({
  ...size,
  current: bounded(size.current),
});

const quotient = ({ numerator, denominator }: Ratio): number => numerator / denominator;

function byName<T extends { readonly name: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.name, item]));
}

function named<T>(items: ReadonlyMap<string, T>, name: string): T {
  const item = items.get(name);
  if (item === undefined) throw new Error(`the budget names '${name}', which the topology does not have`);
  return item;
}
