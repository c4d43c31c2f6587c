import { editsOf } from './causes.ts';
import type { Figures } from './figures.ts';
import type { States } from './states.ts';
import type { Cause, Edit, Effect, Figure, Movement } from './types.ts';

/** What a cause is measured by. */
interface Trial {
  /** Before it and after it, upon nothing but the causes it needs. */
  readonly own: readonly [Figures, Figures];
  /** After it and all causes before it. */
  readonly after: Figures;
  /** Without it; null where the others leave no valid file. */
  readonly without: Figures | null;
}

/** What the causes do to every figure that they move; `names`: all figures there are. */
export function movementsOf(states: States, causes: readonly Cause[], names: readonly Figure[]): Movement[] {
  const [base, head] = [valid(states, []), valid(states, states.edits)];
  const trials = causes.map(({ needs, edits }, index): Trial => {
    const needed = needs.flatMap((need) => causes[need]?.edits ?? []);
    return {
      own: [valid(states, needed), valid(states, [...needed, ...edits])],
      after: valid(states, editsOf(causes.slice(0, index + 1))),
      without: states.figures(editsOf(causes.filter((_, other) => other !== index))),
    };
  });
  return names.flatMap((figure) => {
    const movement = movementOf(figure, base, head, trials);
    return movement.base !== movement.head || movement.effects.length > 0 ? [movement] : [];
  });
}

function valid(states: States, edits: readonly Edit[]): Figures {
  const figures = states.figures(edits);
  if (figures === null) throw new Error('causes were put into an order that leaves no valid file');
  return figures;
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
