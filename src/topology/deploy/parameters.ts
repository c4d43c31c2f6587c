import { platforms } from '../../catalog/platforms/index.ts';
import type { PlatformStrategy } from '../../catalog/types.ts';
import { printable } from '../../findings/printable.ts';
import { suggestion } from '../problem-collector.ts';
import { type DeployChoice, type DeployMap, type MistakeReport, quoted } from './choice.ts';
import type { DeployValues } from './overlap.ts';
import { type DeployValue, expectedValue, findParameter, readSeconds, readValue } from './values.ts';

/** Keys that every strategy has. */
const commonKeys: ReadonlySet<string> = new Set(['platform', 'strategy', 'ready_after', 'drain']);

/** What a person gave besides platform and strategy. Times in seconds; null: not given. */
export interface DeployParameters {
  readonly values: ReadonlyMap<string, DeployValue>;
  readonly readyAfter: number | null;
  readonly drain: number | null;
}

/** Reads the parameters of the strategy that applies, and reports the wrong, the unknown and the missing ones. */
export function readParameters(choice: DeployChoice, given: DeployMap, report: MistakeReport): DeployParameters {
  const { strategy } = choice;
  const values = new Map<string, DeployValue>();
  let drain = readTime('drain', given, report);
  for (const [key, written] of Object.entries(given)) {
    if (written === undefined || commonKeys.has(key) || key === choice.selectedBy) continue;
    const parameter = findParameter(strategy, key);
    if (parameter === undefined) {
      reportUnknown(key, choice, report);
      continue;
    }
    const value = readValue(parameter, written);
    if (value === null) report([key], `${key} cannot be ${quoted(written)}`, `Expected ${expectedValue(parameter)}.`);
    else values.set(key, value);
    if (parameter.drain === undefined || typeof value !== 'number') continue;
    if (given.drain !== undefined) report([key], `${key} repeats \`drain\``, 'Keep one of the two.');
    drain = value;
  }
  for (const parameter of strategy.parameters) {
    if (parameter.required === undefined || given[parameter.key] !== undefined) continue;
    report([], `${nameOf(choice)} lacks \`${parameter.key}\``, `Expected ${expectedValue(parameter)}.`);
  }
  return { values, readyAfter: readTime('ready_after', given, report), drain };
}

/**
 * The parameters of a strategy by key, with the platform's default for what was not given. `assumed` gets a line such
 * as `max_surge 25%` for every default that is used.
 */
export function withDefaults(
  strategy: PlatformStrategy,
  given: ReadonlyMap<string, DeployValue>,
  assumed: string[],
): DeployValues {
  const parameter = (key: string) => findParameter(strategy, key);
  const value = (key: string): DeployValue | null => {
    const known = given.get(key);
    if (known !== undefined) return known;
    const unset = parameter(key);
    if (unset?.defaultsTo !== undefined) return value(unset.defaultsTo);
    if (unset === undefined || unset.default === null) return null;
    assumed.push(`${key} ${unset.default}`);
    return readValue(unset, unset.default);
  };
  return { parameter, value };
}

function readTime(key: string, given: DeployMap, report: MistakeReport): number | null {
  const written = given[key];
  if (written === undefined) return null;
  const seconds = readSeconds(written);
  if (seconds === null) {
    report([key], `${key} cannot be ${quoted(written)}`, 'Expected a time with its unit, such as 200ms, 30s or 5m.');
  }
  return seconds;
}

function reportUnknown(key: string, choice: DeployChoice, report: MistakeReport): void {
  const keys = [...choice.strategy.parameters.map((parameter) => parameter.key), ...commonKeys];
  const owners = platforms.filter(
    (each) => each !== choice.platform && each.strategies.some((other) => findParameter(other, key) !== undefined),
  );
  const owned = owners.length === 0 ? '' : `It belongs to ${owners.map(({ id }) => id).join(', ')}. `;
  const alone = key === 'surge_factor' ? 'It stands alone: leave out `platform` and `strategy`. ' : '';
  report([key], `${nameOf(choice)} has no \`${printable(key)}\``, `${alone}${owned}${suggestion(key, keys)}`);
}

function nameOf({ platform, strategy }: DeployChoice): string {
  return `${platform.name} (${strategy.name})`;
}
