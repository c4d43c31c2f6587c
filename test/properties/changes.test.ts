import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { worstCases } from '../../src/budget/index.ts';
import type { Budget } from '../../src/budget/types.ts';
import {
  type Cause,
  type Changes,
  changesBetween,
  type Figure,
  type Movement,
  type Planned,
  type Quantity,
} from '../../src/changes/index.ts';
import { parseTopology } from '../../src/topology/index.ts';
import { pairs } from '../changes/pairs.ts';

type Worst = Pick<Budget, 'databases' | 'poolers'>;

const runs = { numRuns: 1_000 };
const fewer = { numRuns: 200 };

type Map = Record<string, unknown>;

/** The file after some causes: their values written into it, one by one. */
function fileAfter(file: string, causes: readonly Cause[]): string {
  const root = JSON.parse(file) as Map;
  for (const { at, to } of causes.flatMap(({ edits }) => edits)) {
    for (const segments of at) {
      let map = root;
      for (const segment of segments.slice(0, -1)) {
        const below = map[segment] ?? {};
        map[segment] = typeof below === 'object' ? below : { size: below };
        map = map[segment] as Map;
      }
      const key = `${segments.at(-1)}`;
      if (to === undefined) delete map[key];
      else map[key] = to;
    }
  }
  return JSON.stringify(root);
}

const budgetOf = (file: string): Worst => worstCases(parseTopology(file, 'file.yml'));

/** Names a scenario is equal to where it is not shown, the nearest first. */
function equals(name: string): string[] {
  const fast = name.replace(/-draining$/, '');
  const steady = (each: string) => each.replace(/^(peak|black-friday)-/, '').replace(/^(peak|black-friday)$/, 'steady');
  return [
    name,
    ...(fast === 'peak-deploy' || fast === 'black-friday-deploy' ? [fast] : []),
    steady(name),
    steady(fast),
  ];
}

/** The same figure read from a whole budget. */
function read({ databases, poolers }: Worst, { kind, name, quantity, scenario }: Figure): number {
  const place = (kind === 'database' ? databases : poolers).find((each) => each.name === name);
  if (place === undefined) return 0;
  if (scenario === null) return (place as unknown as Record<string, number>)[quantity] ?? Number.NaN;
  const isDeclared = place.scenarios.some((each) => each.name === scenario.name.replace(/-deploy.*$/, ''));
  const candidates = equals(scenario.name).filter((each) => isDeclared || !/^(peak|black)/.test(each));
  const shown = candidates.map((each) => place.scenarios.find((one) => one.name === each)).find((one) => one);
  const keys: Partial<Record<Quantity, string>> = {
    client_limit: 'clientLimit',
    server_connections: 'serverConnections',
  };
  const key = keys[quantity] ?? quantity;
  return (shown as unknown as Record<string, number>)[key] ?? Number.NaN;
}

function changesOf(base: string, head: string): Changes {
  const [before, after] = [base, head].map((file): Planned => {
    const topology = parseTopology(file, 'file.yml');
    return { topology, budget: worstCases(topology), overcommit: [] };
  }) as [Planned, Planned];
  return changesBetween(before, after);
}

/** A figure in the base, after each cause, and in the head, as the movement tells it. */
const told =
  (causes: number) =>
  ({ base, head, effects }: Movement) => {
    let value = base;
    const values = Array.from({ length: causes }, (_, index) => {
      value = effects.find(({ cause }) => cause === index)?.after ?? value;
      return value;
    });
    return [base, ...values, head];
  };

describe('what a change does', () => {
  test('its causes, applied one after the other, lead from the numbers of the base to those of the head', () => {
    fc.assert(
      fc.property(pairs, ([base, head]) => {
        const { causes, movements } = changesOf(base, head);
        const states = causes.map((_, index) => budgetOf(fileAfter(base, causes.slice(0, index + 1))));
        const [first, last] = [budgetOf(base), budgetOf(head)];
        expect(figuresIn(states.at(-1) ?? first)).toEqual(figuresIn(last));
        const planned = movements.map(({ figure }) => [first, ...states, last].map((state) => read(state, figure)));
        expect(movements.map(told(causes.length))).toEqual(planned);
      }),
      runs,
    );
  });

  test('every number that differs is in it', () => {
    fc.assert(
      fc.property(pairs, ([base, head]) => {
        const moved = new Set(changesOf(base, head).movements.map(({ figure }) => keyOf(figure)));
        const [first, last] = [budgetOf(base), budgetOf(head)];
        for (const { name, scenarios } of [...first.databases, ...last.databases]) {
          for (const { name: scenario, kind } of scenarios) {
            const figure: Figure = {
              kind: 'database',
              name,
              quantity: 'connections',
              scenario: { name: scenario, kind },
            };
            if (read(first, figure) !== read(last, figure)) expect(moved).toContain(keyOf(figure));
          }
        }
      }),
      fewer,
    );
  });

  test('own effects are those of the edit alone, and add up with the interaction', () => {
    fc.assert(
      fc.property(pairs, ([base, head]) => {
        const { causes, movements } = changesOf(base, head);
        const alone = causes.map((cause) => {
          const needs = cause.needs.map((index) => causes[index] as Cause);
          return [needs, [...needs, cause]].map((applied) => budgetOf(fileAfter(base, applied)));
        });
        for (const { figure, base: before, head: now, effects, interaction } of movements) {
          const owns = alone.map(([without, upon]) => {
            const [from, to] = [read(without as Worst, figure), read(upon as Worst, figure)];
            return from === to ? 0 : to - from;
          });
          expect(causes.map((_, index) => effects.find(({ cause }) => cause === index)?.own ?? 0)).toEqual(owns);
          const sum = owns.reduce((total, own) => total + own, 0);
          if (!Number.isFinite(sum) || !Number.isFinite(now - before)) continue;
          expect(before + sum + (interaction?.change ?? 0)).toBe(now);
          expect(interaction?.causes.length).not.toBe(1);
        }
      }),
      fewer,
    );
  });

  test('there is none between a file and itself', () => {
    fc.assert(
      fc.property(pairs, ([base]) =>
        expect(changesOf(base, base)).toEqual({ causes: [], movements: [], overcommit: [] }),
      ),
      fewer,
    );
  });
});

const keyOf = ({ kind, name, quantity, scenario }: Figure) => [kind, name, quantity, scenario?.name].join(' ');

/** Every figure, whatever the order of databases and poolers. */
function figuresIn({ databases, poolers }: Worst) {
  const figures = [
    ...databases.flatMap(({ name, usable, scenarios }) =>
      scenarios.map((each) => [name, each.name, usable, each.connections, each.floor, each.fits]),
    ),
    ...poolers.flatMap(({ name, scenarios }) =>
      scenarios.map((each) => [name, each.name, each.clients, each.clientLimit, each.serverConnections]),
    ),
  ];
  return new Set(figures.map((each) => each.join(' ')));
}
