import type { AmountRule, OverlapRule, PlatformParameter } from '../../catalog/types.ts';
import type { Amount, Overlap, Ratio } from '../types.ts';
import type { DeployValue } from './values.ts';

/** The values of a strategy's parameters by key: given, or the platform's default; null where there is neither. */
export interface DeployValues {
  readonly parameter: (key: string) => PlatformParameter | undefined;
  readonly value: (key: string) => DeployValue | null;
}

const nothing: Ratio = { numerator: 0, denominator: 1 };
const whole: Ratio = { numerator: 1, denominator: 1 };

/** The arithmetic of a strategy with its parameters filled in, for nodes that run `processes` processes each. */
export function toOverlap(rule: OverlapRule, values: DeployValues, processes: number): Overlap {
  switch (rule.kind) {
    case 'in_place':
      return rule;
    case 'full_set':
      return fullSet(rule.atMost, rule.orMore, values);
    case 'factor':
      return { kind: 'factor', factor: ratioOf(rule.factor, values) };
    case 'extra':
      return { kind: 'extra', extra: toAmount(rule.extra, values) };
    case 'extra_processes': {
      const most = processes <= (rule.soloUpTo ?? 0) ? 1 : toAmount(rule.extra, values).atLeast;
      return {
        kind: 'factor',
        factor: { numerator: processes + Math.min(most, processes), denominator: processes },
      };
    }
    case 'rolling':
      return {
        kind: 'rolling',
        surge: toAmount(rule.surge, values),
        unavailable: toAmount(rule.unavailable, values),
        bothZero: rule.bothZero ?? 'one_unavailable',
        waitsForExit: rule.waitsForExit ?? 0,
      };
  }
}

/** True for an amount that is zero for any number of nodes. */
export function isNothing({ share, atLeast }: Amount): boolean {
  return share.numerator === 0 && atLeast === 0;
}

function fullSet(atMost: string | undefined, orMore: string | undefined, values: DeployValues): Overlap {
  const bound = atMost === undefined ? null : values.value(atMost);
  const more = orMore === undefined ? null : values.value(orMore);
  if (more === null) return { kind: 'full_set', atMost: typeof bound === 'number' ? bound : Number.POSITIVE_INFINITY };
  if (typeof more === 'number') return { kind: 'extra', extra: { share: whole, round: 'up', atLeast: more } };
  const share = more.numerator > more.denominator ? more : whole;
  return { kind: 'extra', extra: { share, round: 'up', atLeast: 0 } };
}

/** A number of nodes with the strategy's parameters filled in. */
export function toAmount(rule: AmountRule, values: DeployValues): Amount {
  if (typeof rule === 'number') return fixed(rule);
  if (rule === 'all') return all;
  if ('from' in rule) return fromParameter(rule.from, values);
  const { numerator, denominator } = ratioOf('above' in rule ? rule.above : rule.below, values);
  const difference = 'above' in rule ? numerator - denominator : denominator - numerator;
  return { share: { numerator: difference, denominator }, round: rule.round, atLeast: 0 };
}

function fromParameter(key: string, { parameter, value }: DeployValues): Amount {
  const { round = 'up', atLeast = 0, allAt } = parameter(key) ?? {};
  const given = value(key) ?? 0;
  if (typeof given !== 'number') return { share: given, round, atLeast };
  return given === allAt ? all : fixed(Math.max(given, atLeast));
}

function ratioOf(key: string, { value }: DeployValues): Ratio {
  const given = value(key);
  return given !== null && typeof given !== 'number' ? given : whole;
}

const all: Amount = { share: whole, round: 'up', atLeast: 0 };

function fixed(count: number): Amount {
  return { share: nothing, round: 'up', atLeast: count };
}
