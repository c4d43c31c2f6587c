import load from 'highs';
import type { Constraint, Program } from './program.ts';

/** Its types describe its CommonJS form, whose default is a property. */
const highs = await (load as unknown as typeof load.default)();

/** Levels that so many pools are at or below: what earlier rounds found to be the best. */
interface Rung {
  readonly level: number;
  readonly pools: number;
}

/**
 * The fairest sizes that a program allows, from an integer-programming solver: raises
 * the least level as far as possible, then leaves as few pools as possible there, then does the same with the others.
 * Constraints that a solution breaks are added until none is.
 */
export function fairestBySolver(program: Program): readonly number[] {
  const { highest, steps } = program;
  const top = Math.max(...highest.map((size, pool) => size * (steps[pool] as number)));
  const constraints = program.broken(highest);
  const rungs: Rung[] = [];
  for (;;) {
    const rows = [...rungs.flatMap((rung, at) => rungRows(program, rung, at)), ...nextRows(program, rungs.length, top)];
    const { sizes, level, pools } = solved(program, constraints, rows, rungs.length);
    const broken = program.broken(sizes);
    constraints.push(...broken);
    if (broken.length > 0) continue;
    if (pools === steps.length) return sizes;
    rungs.push({ level, pools });
  }
}

/** 1 for a pool that may be left at the level of a rung or below. */
const left = (rung: number, pool: number): string => `z${rung}_${pool}`;

/** The pools that the rung before did not leave behind reach the level `t`, and those that are not left here are above it. */
const nextRows = ({ steps }: Program, at: number, top: number): string[] => [
  ...steps.map((step, pool) => `${step} s${pool} - t${at === 0 ? '' : ` + ${top} ${left(at - 1, pool)}`} >= 0`),
  ...steps.map((step, pool) => `${step} s${pool} - t + ${top + 1} ${left(at, pool)} >= 1`),
];

/** The pools that the rung before did not leave behind reach this one's level, and all but so many are above it. */
function rungRows({ lowest, highest, steps }: Program, { level, pools }: Rung, at: number): string[] {
  const reach = steps.map((step, pool) => {
    const exempt = at === 0 ? '' : ` + ${level} ${left(at - 1, pool)}`;
    return `${step} s${pool}${exempt} >= ${level}`;
  });
  const above = steps.map((step, pool) => {
    const next = Math.floor(level / step) + 1;
    if (next > (highest[pool] as number)) return `${left(at, pool)} = 1`;
    return `s${pool} + ${Math.max(0, next - (lowest[pool] as number))} ${left(at, pool)} >= ${next}`;
  });
  return [...reach, ...above, `${steps.map((_, pool) => left(at, pool)).join(' + ')} <= ${pools}`];
}

/** Raises the level `t` as far as possible, then leaves as few pools as possible at it or below. */
function solved(
  { lowest, highest }: Program,
  constraints: readonly Constraint[],
  rows: readonly string[],
  at: number,
): Rung & { readonly sizes: readonly number[] } {
  const cuts: string[] = [];
  const limits = constraints.flatMap((constraint, at) => {
    const { rows: more, binaries } = constraintRows(constraint, highest, at);
    cuts.push(...binaries);
    return more;
  });
  const lefts = Array.from({ length: at + 1 }, (_, rung) => lowest.map((_, pool) => left(rung, pool)));
  const here = lefts[at] as string[];
  const problem = [
    'Maximize',
    ` ${lowest.length + 1} t - ${here.join(' - ')}`,
    'Subject To',
    ...[...rows, ...limits].map((row, index) => ` r${index}: ${row}`),
    'Bounds',
    ...lowest.map((low, pool) => ` ${low} <= s${pool} <= ${highest[pool]}`),
    ' 0 <= t',
    'General',
    ' t',
    ...lowest.map((_, pool) => ` s${pool}`),
    'Binary',
    ...[...lefts.flat(), ...cuts].map((name) => ` ${name}`),
    'End',
  ].join('\n');
  // What an answer of the round before satisfies can not be infeasible; where the solver's presolve says so, it goes without.
  const quick = highs.solve(problem, { mip_rel_gap: 0 });
  const slow = () => highs.solve(problem, { mip_rel_gap: 0, presolve: 'off' });
  const { Status, Columns } = quick.Status === 'Infeasible' ? slow() : quick;
  if (Status !== 'Optimal') throw new Error(`the solver ended with ${Status}`);
  const valueAt = (name: string) => Math.round((Columns[name] as { readonly Primal: number }).Primal);
  return {
    sizes: lowest.map((_, pool) => valueAt(`s${pool}`)),
    level: valueAt('t'),
    pools: here.filter((name) => valueAt(name) === 1).length,
  };
}

/**
 * A constraint holds when some cut is within the room: it takes a way's connections, or its cap, or a limit around it.
 * Which one is a binary of its own.
 */
function constraintRows({ ways, limits, room }: Constraint, highest: readonly number[], at: number) {
  let rest = room;
  const terms = limits.map((limit, index) => `${limit} x${at}_${index}`);
  const rows: string[] = [];
  const binaries = limits.map((_, index) => `x${at}_${index}`);
  ways.forEach(({ cap, constant, counts, within }, index) => {
    const sum = [...counts].map(([pool, count]) => `${count} s${pool}`);
    const most = [...counts].reduce((all, [pool, count]) => all + count * (highest[pool] as number), constant);
    if (most <= cap && within.length === 0) {
      terms.push(...sum);
      rest -= constant;
      return;
    }
    const [y, b] = [`y${at}_${index}`, `b${at}_${index}`];
    const less = (amount: number) => within.map((limit) => ` + ${amount} x${at}_${limit}`).join('');
    binaries.push(b);
    terms.push(y);
    rows.push(`${y}${sum.map((term) => ` - ${term}`).join('')} + ${most} ${b}${less(most)} >= ${constant}`);
    rows.push(`${y} - ${Math.min(cap, most)} ${b}${less(Math.min(cap, most))} >= 0`);
  });
  return { binaries, rows: terms.length === 0 ? rows : [...rows, `${terms.join(' + ')} <= ${rest}`] };
}
