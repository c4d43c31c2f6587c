import { topologyOf } from '../topology/index.ts';
import type { Topology } from '../topology/types.ts';
import { type Figures, figuresOf } from './figures.ts';
import { withEdits } from './tree.ts';
import type { Cause, Effect, Figure, Movement, Tree } from './types.ts';

/** What a cause is measured by. */
interface Trial {
  /** Before it and after it, upon nothing but the causes it needs. */
  readonly own: readonly [Figures, Figures];
  /** After it and all causes before it. */
  readonly after: Figures;
  /** Without it; null where the others leave no valid file. */
  readonly without: Figures | null;
}

/** Every figure that the causes move, in the order of the head's figures, then those that are gone. */
export function movementsOf(tree: Tree, causes: readonly Cause[], base: Topology, head: Topology): Movement[] {
  const [before, after] = [figuresOf(base), figuresOf(head)];
  const trials = trialsOf(tree, causes, before.read, after.read);
  return distinct([...after.names, ...before.names]).flatMap((figure) => {
    const movement = movementOf(figure, before.read, after.read, trials);
    return movement.base !== movement.head || movement.effects.length > 0 ? [movement] : [];
  });
}

function trialsOf(tree: Tree, causes: readonly Cause[], base: Figures, head: Figures): Trial[] {
  const indexes = causes.map((_, index) => index);
  const planned = new Map<string, Figures | null>([
    [indexes.join(), head],
    ['', base],
  ]);
  /** The figures with these causes applied; null where they leave no valid file. */
  const plan = (applied: readonly number[]): Figures | null => {
    const key = applied.join();
    const known = planned.get(key);
    if (known !== undefined) return known;
    const edits = applied.flatMap((index) => causes[index]?.edits ?? []);
    const topology = topologyOf(withEdits(tree, edits));
    const figures = topology && figuresOf(topology).read;
    planned.set(key, figures);
    return figures;
  };
  const valid = (applied: readonly number[]): Figures => {
    const figures = plan(applied);
    if (figures === null) throw new Error('causes were put into an order that leaves no valid file');
    return figures;
  };
  return causes.map(({ needs }, index) => ({
    own: [valid(needs), valid([...needs, index])],
    after: valid(indexes.slice(0, index + 1)),
    without: plan(indexes.filter((each) => each !== index)),
  }));
}

function movementOf(figure: Figure, before: Figures, last: Figures, trials: readonly Trial[]): Movement {
  const [base, head] = [before(figure), last(figure)];
  const all = trials.map(
    ({ own: [without, upon], after }, cause): Effect => ({
      cause,
      own: difference(upon(figure), without(figure)),
      after: after(figure),
    }),
  );
  const effects = all.filter(({ own, after }, index) => own !== 0 || after !== (all[index - 1]?.after ?? base));
  const change = difference(head, base) - effects.reduce((sum, { own }) => sum + own, 0);
  if (!Number.isFinite(change) || change === 0) return { figure, base, head, effects, interaction: null };
  const lasts = trials.map(({ without }) => (without === null ? Number.NaN : head - without(figure)));
  return { figure, base, head, effects, interaction: { causes: takingPart(all, effects, lasts), change } };
}

/**
 * The causes that change something else as the last one than on their own. Where those are not two, because what they do
 * to each other cancels out, all that move the figure.
 */
function takingPart(all: readonly Effect[], moving: readonly Effect[], lasts: readonly number[]): number[] {
  const unlike = all.filter(({ own }, index) => lasts[index] !== own);
  const found = [unlike, moving, all].find(({ length }) => length > 1) ?? all;
  return found.map(({ cause }) => cause);
}

/** Nothing between two that have no bound. */
const difference = (to: number, from: number): number => (to === from ? 0 : to - from);

function distinct(figures: readonly Figure[]): Figure[] {
  const known = new Map<string, Figure>();
  for (const figure of figures) {
    const { kind, name, quantity, scenario } = figure;
    const key = [kind, name, quantity, scenario?.name].join('\0');
    if (!known.has(key)) known.set(key, figure);
  }
  return [...known.values()];
}
