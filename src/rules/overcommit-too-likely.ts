import type { DatabaseScenario } from '../budget/types.ts';
import { listed } from '../words/lists.ts';
import { probability } from '../words/probability.ts';
import { yaml } from './common/example.ts';
import { scenariosBeyond } from './common/excess.ts';
import { connections } from './common/words.ts';
import { waysToFit } from './remedies/ways-to-fit.ts';
import type { DatabaseView, Hit, PlanView, Rule } from './types.ts';

/** More connections in use at once than the database has, more often than the policy accepts. */
export const overcommitTooLikely: Rule = {
  id: 'overcommit-too-likely',
  severity: 'error',
  summary:
    'more connections than the database has are in use at once with a greater probability than `policy.overcommit_probability`',
  why: 'Pools that may together open more than the database has are a bet that they never fill at the same time. At the traffic that the services declare this bet is lost more often than the policy accepts, and then connections are refused.',
  remedy:
    'Raise max_connections as far as memory allows, put a pooler in transaction mode in front, make the pools smaller, or hold connections for a shorter time.',
  example: {
    fires: yaml`
      database: { max_connections: 100 }
      services:
        web:
          nodes: 8
          pool: 20
          deploy: none
          traffic: { rate: 3500/s, hold: 20ms }
      policy: { overcommit_probability: 1e-6 }
    `,
    silent: yaml`
      database: { max_connections: 100 }
      services:
        web:
          nodes: 8
          pool: 20
          deploy: none
          traffic: { rate: 2500/s, hold: 20ms }
      policy: { overcommit_probability: 1e-6 }
    `,
  },
  check: (view) => {
    const { overcommitProbability: allowed } = view.topology.policy;
    return allowed === null ? [] : [...view.databases.values()].flatMap((each) => tooLikely(view, each, allowed));
  },
};

/** A scenario with the probability that more than usable is in use. */
interface Chance extends DatabaseScenario {
  readonly probability: number;
}

function tooLikely(view: PlanView, { database, budget }: DatabaseView, allowed: number): Hit[] {
  const known = view.overcommit.find((each) => each.database === database.name);
  const likely = budget.scenarios.flatMap((scenario): Chance[] => {
    const probability = known?.probabilities.get(scenario.name) ?? 0;
    // A worst case without bound is a mistake of its own.
    return probability > allowed && scenario.connections !== Infinity ? [{ ...scenario, probability }] : [];
  });
  const declared = likely.filter(({ kind }) => kind !== 'draining');
  const counted = declared.length > 0 ? declared : likely;
  const [first, ...others] = counted;
  if (first === undefined) return [];
  const worst = others.reduce((most, each) => (each.probability > most.probability ? each : most), first);
  const rest = counted
    .filter((each) => each !== worst)
    .map((each) => `${each.name} (${probability(each.probability)})`);
  return [
    {
      on: `databases.${database.name}`,
      scenario: worst.name,
      ...(declared.length === 0 ? { severity: 'warning' as const } : {}),
      message: `${worst.name} opens at most ${connections(worst.connections)}; more than the ${budget.usable} that ${database.name} has are in use at once with probability ${probability(worst.probability)} at the given traffic if processes are independent, where the policy allows ${probability(allowed)}${rest.length === 0 ? '' : `; too likely also in ${listed(rest)}`}`,
      excess: scenariosBeyond(counted, allowed, (scenario) => scenario.probability),
      remedy: () => waysToFit(view, database.name),
    },
  ];
}
