import type { Addend, DatabaseScenario, PoolerScenario, ScenarioKind } from '../../src/budget/types.ts';
import type { Document } from '../../src/documents/plan/document.ts';
import { toDocument } from '../../src/documents/plan/document.ts';
import type { Finding } from '../../src/findings/types.ts';
import type { Plan } from '../../src/plan/types.ts';
import type { Overcommit, Sizing } from '../../src/sizing/types.ts';
import type { Assumption, Database, Extra, NamedCount, Pool, Pooler, Service } from '../../src/topology/types.ts';

/** A service in few words: `alive` nodes while it deploys. */
export interface SketchedService {
  readonly name: string;
  readonly to: string;
  readonly nodes: number;
  readonly alive?: number;
  readonly perNode: number;
}

export interface SketchedDatabase {
  readonly name: string;
  readonly max: number;
  readonly others?: readonly NamedCount[];
  readonly estimated?: boolean;
  readonly plan?: string;
}

export interface SketchedPooler {
  readonly name: string;
  readonly to: string;
  readonly capacity: number;
  readonly clientLimit: number;
}

/** What a plan says, in few words: the figures follow from it by the simplest arithmetic that adds up. */
export interface Sketch {
  readonly path?: string;
  readonly databases: readonly SketchedDatabase[];
  readonly poolers?: readonly SketchedPooler[];
  readonly services: readonly SketchedService[];
  readonly assumptions?: readonly Assumption[];
  readonly sizing?: Partial<Sizing>;
  readonly overcommit?: readonly Overcommit[];
  readonly findings?: readonly Partial<Finding>[];
}

const superuserReserved = 3;
/** The document of a sketched plan. */
export function sketch(sketch: Sketch): Document {
  const path = sketch.path ?? 'topology.yml';
  return toDocument(
    plan(sketch, path),
    (sketch.findings ?? []).map((part) => finding(part, path)),
  );
}

/** A finding that is complete, with the parts that matter to the test. */
export function finding(part: Partial<Finding>, path = 'topology.yml'): Finding {
  return {
    rule: 'deploy-over-budget',
    severity: 'error',
    on: 'databases.main',
    scenario: null,
    message: 'Too many.',
    why: 'The database refuses the rest.',
    remedy: 'Use fewer.',
    excess: [],
    acceptedBy: null,
    acceptedFor: null,
    change: null,
    before: null,
    location: { path, line: 1, column: 1 },
    ...part,
  };
}

function plan(sketch: Sketch, path: string): Plan {
  const poolers = sketch.poolers ?? [];
  return {
    topology: {
      path,
      databases: sketch.databases.map(database),
      poolers: poolers.map(pooler),
      services: sketch.services.map(service),
      policy: {
        headroom: { numerator: 1, denominator: 10 },
        concurrentDeploys: Number.POSITIVE_INFINITY,
        overcommit: { numerator: 1, denominator: 1 },
        overcommitProbability: null,
        failOn: 'error',
        accept: [],
      },
      scenarios: [],
      assumptions: sketch.assumptions ?? [],
      given: {},
      origin: () => ({ kind: 'given', location: { path, line: 2, column: 3 } }),
    },
    budget: {
      databases: sketch.databases.map(({ name, max, others = [] }) => {
        const usable = max - superuserReserved;
        const scenarios = kinds(sketch).map((kind) => databaseScenario(sketch, kind, name, usable, others));
        const most = Math.max(...scenarios.map(({ connections }) => connections));
        const worst = scenarios.find(({ connections }) => connections === most)?.name ?? 'steady';
        return { name, usable, allowed: usable, scenarios, worst };
      }),
      poolers: poolers.map((pooler) => ({
        name: pooler.name,
        to: pooler.to,
        pairs: 1,
        serverCapacity: pooler.capacity,
        scenarios: kinds(sketch).map((kind) => poolerScenario(sketch, kind, pooler)),
      })),
      services: sketch.services.map(({ name, nodes, perNode }) => ({
        name,
        nodes,
        perNode,
        moreNodes: 1,
        effectivePerNode: perNode,
      })),
    },
    overcommit: sketch.overcommit ?? [],
    sizing: { recommendations: [], settings: [], waysOut: [], spare: [], ...sketch.sizing },
    today: '2026-11-02',
  };
}

const kinds = ({ services }: Sketch): readonly ScenarioKind[] =>
  services.some(({ alive }) => alive !== undefined) ? ['steady', 'deploy'] : ['steady'];

function databaseScenario(
  sketch: Sketch,
  kind: ScenarioKind,
  name: string,
  usable: number,
  others: readonly NamedCount[],
): DatabaseScenario {
  const breakdown = [
    ...sketch.services.filter(({ to }) => to === name).map((service) => addend(service, kind, null)),
    ...(sketch.poolers ?? []).filter(({ to }) => to === name).flatMap((pooler) => throughPooler(sketch, kind, pooler)),
    ...others.map(
      ({ name, count }): Addend => ({
        source: `other_clients.${name}`,
        via: null,
        nodes: null,
        addedNodes: 0,
        perNode: null,
        connections: count,
      }),
    ),
  ];
  const connections = breakdown.reduce((sum, { connections }) => sum + connections, 0);
  return {
    name: kind,
    kind,
    connections,
    unsearched: 0,
    headroom: usable - connections,
    utilization: connections / usable,
    floor: 0,
    fits: connections <= usable,
    deploying: breakdown.filter(({ addedNodes }) => addedNodes > 0).map(({ source }) => source),
    memoryBytes: connections * 5_000_000,
    breakdown,
    roles: [],
    logicalDatabases: [],
  };
}

function addend(
  { name, nodes, alive = nodes, perNode }: SketchedService,
  kind: ScenarioKind,
  via: string | null,
): Addend {
  const now = kind === 'steady' ? nodes : alive;
  return { source: name, via, nodes: now, addedNodes: now - nodes, perNode, connections: now * perNode };
}

function throughPooler(sketch: Sketch, kind: ScenarioKind, { name, capacity }: SketchedPooler): Addend[] {
  let left = capacity;
  return sketch.services
    .filter(({ to }) => to === name)
    .map((service) => {
      const wanted = addend(service, kind, name);
      const connections = Math.min(left, wanted.connections);
      left -= connections;
      return { ...wanted, connections };
    });
}

function poolerScenario(sketch: Sketch, kind: ScenarioKind, pooler: SketchedPooler): PoolerScenario {
  const clients = sketch.services
    .filter(({ to }) => to === pooler.name)
    .reduce((sum, service) => sum + addend(service, kind, null).connections, 0);
  return {
    name: kind,
    kind,
    processes: 1,
    clients,
    clientLimit: pooler.clientLimit,
    serverConnections: Math.min(clients, pooler.capacity),
    serverCapacity: pooler.capacity,
    fits: clients <= pooler.clientLimit,
  };
}

/** Of the topology, the parts that a document shows. */
function database({ name, max, estimated = false, plan }: SketchedDatabase): Database {
  const reserved = { superuserReserved, reserved: 0, providerReserved: 0 };
  const shown = { name, engine: 'postgres', version: 17, plan: plan ?? null, maxConnections: max, estimated } as const;
  return { ...shown, ...reserved, memoryBytes: null } as Database;
}

const pooler = ({ name }: SketchedPooler) => ({ name, kind: 'pgbouncer', mode: 'transaction' }) as Pooler;

const service = ({ name, to }: SketchedService) =>
  ({
    name,
    maxNodes: null,
    pools: [{ name: 'default', to } as Pool],
    extras: [] as Extra[],
  }) as Partial<Service> as Service;
