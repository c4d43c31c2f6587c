import type { Excess } from '../../findings/types.ts';

/** By how much a number goes beyond the most that there may be; Infinity where nothing bounds it. */
export const beyond = (value: number, most: number): number => (value === Infinity ? Infinity : value - most);

/** By how much scenarios go beyond the most that there may be in each, for those that do. `value`: what is counted in one. */
export const scenariosBeyond = <S extends { readonly name: string; readonly connections: number }>(
  scenarios: readonly S[],
  most: number,
  value = ({ connections }: S): number => connections,
): Excess[] =>
  scenarios
    .map((scenario) => ({ scenario: scenario.name, amount: beyond(value(scenario), most) }))
    .filter(({ amount }) => amount > 0);

/** An amount that no scenario changes. */
export const throughout = (amount: number): Excess[] => [{ scenario: null, amount }];
