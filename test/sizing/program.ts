import { nodesDeploying, type Scenario, scenariosOf } from '../../src/budget/demand/scenarios.ts';
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
  /** Limits of users and logical databases, over all ways that are within them. */
  readonly limits: readonly number[];
  readonly room: number;
}

/** A way passes on its connections, constant + counts x sizes, up to its cap; Infinity: all of them. */
interface Way {
  readonly cap: number;
  readonly constant: number;
  readonly counts: ReadonlyMap<number, number>;
  /** Limits that it is within, by index. */
  readonly within: readonly number[];
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

/** What a constraint adds up to: the least of all cuts, each of which takes some limits in place of the ways within them. */
function passed({ ways, limits }: Constraint, sizes: readonly number[]): number {
  const amounts = ways.map((way) => Math.min(way.cap, opened(way, sizes)));
  const cuts = limits.reduce<number[][]>((all, _, limit) => all.flatMap((cut) => [cut, [...cut, limit]]), [[]]);
  return Math.min(
    ...cuts.map((cut) => {
      const left = ways.map(({ within }, way) =>
        within.some((limit) => cut.includes(limit)) ? 0 : (amounts[way] as number),
      );
      return [...cut.map((limit) => limits[limit] as number), ...left].reduce((sum, count) => sum + count, 0);
    }),
  );
}

/** The same for constraints that say the same. */
const keyOf = ({ ways, limits, room }: Constraint): string =>
  JSON.stringify([room, limits, ways.map(({ cap, constant, counts, within }) => [cap, constant, within, ...counts])]);

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

  const bounds = scenarios.flatMap((scenario) => [
    ...(lost.has(database) ? [] : [{ scenario, room, pooler: null }]),
    ...poolers
      .filter(({ name }) => !lost.has(name))
      .map((pooler) => ({
        scenario,
        room: scenario.nodes(pooler) * pooler.processes * pooler.maxClientConn,
        pooler,
      })),
  ]);
  return (sizes) => {
    const constraints = bounds.flatMap(({ scenario, room: most, pooler }) => {
      const reaches = ({ to }: Pool) => (pooler === null ? targets.has(to) : to === pooler.name);
      const running = services.filter(({ when }) => when === 'always' || scenario.kind !== 'steady');
      return choices(running).flatMap((chosen) => {
        const nodes = nodesOf(chosen, scenario, reaches, sizes);
        const constraint = { room: most, ...waysOf(chosen, nodes, scenario, reaches, pooler !== null) };
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
  ): Omit<Constraint, 'room'> {
    const limits = new Map<string, number>();
    const ways = new Map<string, OpenWay>();
    for (const service of chosen) {
      for (const pool of service.pools.filter(reaches)) {
        const pooler = isAlone ? null : (targets.get(pool.to) ?? null);
        const key = pooler === null ? '' : [pool.to, pool.user, pool.dbname].join();
        const cap = pooler === null ? Infinity : processes(pooler, scenario) * pooler.poolSize;
        const within = pooler === null ? [] : limitsAround(pool, pooler, processes(pooler, scenario), limits);
        const way = ways.get(key) ?? { cap, constant: 0, counts: new Map(), within };
        ways.set(key, way);
        const count = (nodes.get(service) as number) * service.processes;
        const what = known(pool);
        if (count === 0) continue;
        if ('size' in what) way.constant += count * what.size;
        else way.counts.set(what.index, (way.counts.get(what.index) ?? 0) + count);
      }
    }
    const order = [...limits.keys()];
    const placed = [...ways.values()].map((way) => ({ ...way, within: way.within.map((name) => order.indexOf(name)) }));
    return { ways: placed, limits: [...limits.values()] };
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

const processes = (pooler: Pooler, scenario: Scenario): number => nodesDeploying(scenario, pooler) * pooler.processes;

/** A way that is still added to; the limits around it by their names. */
interface OpenWay {
  readonly cap: number;
  constant: number;
  readonly counts: Map<number, number>;
  readonly within: readonly string[];
}

/** Names of the pooler's limits for the user and the logical database of a pool, which are kept in `limits`. */
function limitsAround(
  { user, dbname }: Pool,
  pooler: Pooler,
  processes: number,
  limits: Map<string, number>,
): string[] {
  const around: readonly (readonly [string, number])[] = [
    [`user ${user} of ${pooler.name}`, pooler.maxUserConnections],
    [`database ${dbname} of ${pooler.name}`, pooler.maxDbConnections],
  ];
  const finite = around.filter(([, each]) => each < Infinity);
  for (const [name, each] of finite) limits.set(name, processes * each);
  return finite.map(([name]) => name);
}

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
