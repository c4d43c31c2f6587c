import { nodesDeploying, type Scenario, type Subject, scenariosOf } from '../../src/budget/scenarios.ts';
import type { Pool, Pooler, Service, Topology } from '../../src/topology/types.ts';
import { choicesOf, hopeless } from './exhaustion.ts';

/** Pools of one database whose sizes can be chosen, as an integer program; everything is by index. */
export interface Program {
  readonly pools: readonly Pool[];
  readonly lowest: readonly number[];
  readonly highest: readonly number[];
  /** What a connection counts in a fair comparison. */
  readonly steps: readonly number[];
  /** The constraints that sizes break; empty where they fit. */
  readonly broken: (sizes: readonly number[]) => Constraint[];
}

/** What reaches a limit in one choice of deploys: the sum of what each way passes on is at most the room. */
export interface Constraint {
  readonly ways: readonly Way[];
  readonly room: number;
}

/** A way passes on its connections, constant + counts x sizes, up to its cap; Infinity: all of them. */
interface Way {
  readonly cap: number;
  readonly constant: number;
  readonly counts: ReadonlyMap<number, number>;
}

/** What a program knows of a pool: where its size stands among the chosen ones, or what it is. */
type Known = (pool: Pool) => { readonly index: number } | { readonly size: number };

/** With weights of 1, 3/2 and 2 all steps are whole. */
const stepOf = (weight: number): number => 6 / weight;

/** A program for each database where sizes have to change. */
export function programsOf(given: Topology): Program[] {
  const lost = hopeless(given);
  const choices = choicesOf(given);
  return given.databases.flatMap(({ name }) => {
    const some = choices.filter(({ database }) => database === name);
    const places = new Map(some.map(({ pool }, index) => [pool, index]));
    const known = (pool: Pool) => {
      const index = places.get(pool);
      return index === undefined ? { size: pool.size + pool.overflow } : { index };
    };
    const program = {
      pools: some.map(({ pool }) => pool),
      lowest: some.map(({ lowest }) => lowest),
      highest: some.map(({ highest }) => highest),
      steps: some.map(({ weight }) => stepOf(weight)),
      broken: constraintsOf(given, name, lost, known),
    };
    return some.length === 0 ? [] : [program];
  });
}

/** Sizes x steps in ascending order: the larger in the order of a dictionary, the fairer. */
export const levelsOf = ({ steps }: Program, sizes: readonly number[]): number[] =>
  sizes.map((size, pool) => size * (steps[pool] as number)).sort((a, b) => a - b);

/** What a constraint adds up to. */
const passed = ({ ways }: Constraint, sizes: readonly number[]): number =>
  ways.reduce((sum, way) => sum + Math.min(way.cap, opened(way, sizes)), 0);

/** The same for constraints that say the same. */
const keyOf = ({ ways, room }: Constraint): string =>
  JSON.stringify([room, ways.map(({ cap, constant, counts }) => [cap, constant, ...counts])]);

const opened = ({ constant, counts }: Way, sizes: readonly number[]): number =>
  [...counts].reduce((sum, [pool, count]) => sum + count * (sizes[pool] as number), constant);

/**
 * The constraints of one database and its poolers that some sizes break, written down without the program's own search:
 * all choices among exclusive services, and of the services that deploy those that grow most. Either everything may
 * deploy at once, or nothing goes through a pooler; pools open connections, and nothing else does.
 */
function constraintsOf(given: Topology, database: string, lost: ReadonlySet<string>, known: Known): Program['broken'] {
  const server = given.databases.find(({ name }) => name === database) as Topology['databases'][number];
  const poolers = given.poolers.filter(({ to }) => to === database);
  const targets = new Map<string, Pooler | null>([
    [database, null],
    ...poolers.map((each) => [each.name, each] as const),
  ]);
  const services = given.services.filter(({ pools }) => pools.some(({ to }) => targets.has(to)));
  const scenarios = scenariosOf(given)([...services, ...poolers]);
  const others = server.otherClients.reduce((sum, { count }) => sum + count, 0);
  const room = Math.floor(((server.maxConnections - server.superuserReserved) * 9) / 10) - others;

  const limits = scenarios.flatMap((scenario) => [
    ...(lost.has(database) ? [] : [{ scenario, room, pooler: null }]),
    ...poolers
      .filter(({ name }) => !lost.has(name))
      .map((pooler) => ({
        scenario,
        room: scenario.nodes(pooler as Subject) * pooler.processes * pooler.maxClientConn,
        pooler,
      })),
  ]);
  return (sizes) => {
    const constraints = limits.flatMap(({ scenario, room: most, pooler }) => {
      const reaches = ({ to }: Pool) => (pooler === null ? targets.has(to) : to === pooler.name);
      const running = services.filter(({ when }) => when === 'always' || scenario.kind !== 'steady');
      return choices(running).flatMap((chosen) => {
        const nodes = nodesOf(chosen, scenario, reaches, sizes);
        const constraint = { room: most, ways: waysOf(chosen, nodes, scenario, reaches, pooler !== null) };
        return passed(constraint, sizes) > most ? [constraint] : [];
      });
    });
    return [...new Map(constraints.map((each) => [keyOf(each), each])).values()];
  };

  function waysOf(
    chosen: readonly Service[],
    nodes: ReadonlyMap<Service, number>,
    scenario: Scenario,
    reaches: (pool: Pool) => boolean,
    isAlone: boolean,
  ): Way[] {
    const ways = new Map<string, Way & { constant: number; readonly counts: Map<number, number> }>();
    for (const service of chosen) {
      for (const pool of service.pools.filter(reaches)) {
        const pooler = isAlone ? null : (targets.get(pool.to) ?? null);
        const key = pooler === null ? '' : [pool.to, pool.user, pool.dbname].join();
        const cap = pooler === null ? Infinity : processes(pooler, scenario) * pooler.poolSize;
        const way = ways.get(key) ?? { cap, constant: 0, counts: new Map() };
        ways.set(key, way);
        const count = (nodes.get(service) as number) * service.processes;
        const what = known(pool);
        if (count === 0) continue;
        if ('size' in what) way.constant += count * what.size;
        else way.counts.set(what.index, (way.counts.get(what.index) ?? 0) + count);
      }
    }
    return [...ways.values()];
  }

  function nodesOf(
    chosen: readonly Service[],
    scenario: Scenario,
    reaches: (pool: Pool) => boolean,
    sizes: readonly number[],
  ): Map<Service, number> {
    const slots = scenario.kind === 'steady' ? 0 : given.policy.concurrentDeploys;
    const sizeOf = (pool: Pool) => {
      const what = known(pool);
      return 'size' in what ? what.size : (sizes[what.index] as number);
    };
    const growth = (service: Service) =>
      (nodesDeploying(scenario, service) - scenario.nodes(service)) *
      service.processes *
      service.pools.filter(reaches).reduce((sum, pool) => sum + sizeOf(pool), 0);
    const deploying = new Set([...chosen].sort((a, b) => growth(b) - growth(a)).slice(0, slots));
    return new Map(
      chosen.map((each) => [each, deploying.has(each) ? nodesDeploying(scenario, each) : scenario.nodes(each)]),
    );
  }
}

const processes = (pooler: Pooler, scenario: Scenario): number =>
  nodesDeploying(scenario, pooler as Subject) * pooler.processes;

/** Every choice of one service for each word that excludes. */
function choices(services: readonly Service[]): Service[][] {
  const words = [...new Set(services.flatMap(({ exclusive }) => exclusive ?? []))];
  const free = services.filter(({ exclusive }) => exclusive === null);
  return words.reduce<Service[][]>(
    (all, word) =>
      all.flatMap((some) => services.filter(({ exclusive }) => exclusive === word).map((one) => [...some, one])),
    [free],
  );
}
