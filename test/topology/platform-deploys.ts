import fc from 'fast-check';
import { platformFree, platforms } from '../../src/catalog/platforms/index.ts';
import type { Platform, PlatformParameter, PlatformStrategy } from '../../src/catalog/types.ts';

/** Every strategy of the catalog, with a name for its test. */
export const strategies = [...platforms, platformFree].flatMap((platform) =>
  platform.strategies.map((strategy): [string, Platform, PlatformStrategy] => [
    `${platform.id} ${strategy.id}`,
    platform,
    strategy,
  ]),
);

/** Any value that a parameter may have. */
function writtenFor({ value, range: [least, most] = [0, 400] }: PlatformParameter): fc.Arbitrary<unknown> {
  if (Array.isArray(value)) return fc.constantFrom(...value);
  if (value === 'switch' || value === 'command') return fc.boolean();
  const number = fc.integer({ min: least, max: most });
  if (value !== 'nodes or percent' || least === most) return number;
  const tenths = fc.integer({ min: 10 * least, max: 10 * Math.min(most, 400) });
  return fc.oneof(
    number,
    tenths.map((tenth) => `${tenth / 10}%`),
  );
}

/** What the user may write for a strategy, without timing: any of its parameters. */
export function givenFor(platform: Platform, strategy: PlatformStrategy): fc.Arbitrary<Record<string, unknown>> {
  const parameters = strategy.parameters.filter(({ drain }) => drain === undefined);
  const words = platform === platformFree ? {} : { platform: platform.id };
  const chosen = strategy.id === 'surge_factor' ? {} : { ...words, strategy: strategy.id };
  const written = Object.fromEntries(parameters.map((parameter) => [parameter.key, writtenFor(parameter)]));
  const required = parameters.filter((parameter) => parameter.required).map(({ key }) => key);
  return fc.record(written, { requiredKeys: required }).map((own) => ({ ...chosen, ...own }));
}
