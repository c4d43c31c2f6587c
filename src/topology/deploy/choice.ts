import { findPlatform, findStrategy, platformFree, platforms } from '../../catalog/platforms/index.ts';
import type { Platform, PlatformStrategy } from '../../catalog/types.ts';
import { printable } from '../../findings/printable.ts';
import { suggestion } from '../problem-collector.ts';

/** What a person wrote under `deploy`, as a map. */
export type DeployMap = Readonly<Record<string, unknown>>;

/** Takes a mistake: its path below `deploy`, what is wrong, and what to write instead. */
export type MistakeReport = (path: readonly string[], message: string, hint: string | null) => void;

/** The platform and strategy that apply. */
export interface DeployChoice {
  readonly platform: Platform;
  readonly strategy: PlatformStrategy;
  /** The key whose value chose the strategy, such as Heroku's `preboot`; null where none did. */
  readonly selectedBy: string | null;
  /** What was chosen without being asked for, in words; null where nothing was. */
  readonly assumed: string | null;
}

/** The platform and strategy of what stands under `deploy`; null after reporting that there is no such thing. */
export function chooseStrategy(given: string | DeployMap | undefined, report: MistakeReport): DeployChoice | null {
  if (typeof given === 'string') return chooseByWord(given, report);
  const { platform: platformName, strategy: word, surge_factor: factor } = given ?? {};
  const platform = platformName === undefined ? impliedPlatform(word, factor) : platformNamed(platformName, report);
  if (platform === null) return null;
  const chosen = word ?? (platform === platformFree ? 'surge_factor' : undefined);
  if (chosen === undefined) return defaultStrategy(platform, given ?? {}, report);
  const strategy = typeof chosen === 'string' ? findStrategy(platform, chosen) : null;
  if (strategy !== null) return selected(platform, strategy, given ?? {}, null);
  const owner = platform === platformFree ? 'without `platform` there is' : `${platform.name} has`;
  report(['strategy'], `${owner} no strategy ${quoted(chosen)}`, strategyHint(platform, chosen));
  return null;
}

/** What `deploy` may say without a platform. */
const freeStrategies = ['rolling', 'recreate', 'blue_green', 'none'];

/** A value for a message. */
export function quoted(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a map';
  return `\`${printable(`${value}`)}\``;
}

/** What to look for a name in: nothing where a list or map stands. */
const wordIn = (value: unknown): string => (typeof value === 'object' ? '' : `${value}`);

function chooseByWord(word: string, report: MistakeReport): DeployChoice | null {
  const platform = findPlatform(word);
  if (platform !== null) return defaultStrategy(platform, {}, report);
  return chooseStrategy({ strategy: word }, (_, message) => report([], message, wordHint(word)));
}

/** Without `platform`: `rolling` and a bare map mean Kubernetes, other strategies and `surge_factor` mean none. */
function impliedPlatform(word: unknown, factor: unknown): Platform | null {
  if (factor !== undefined && word === undefined) return platformFree;
  return word === undefined || word === 'rolling' ? findPlatform('kubernetes') : platformFree;
}

function platformNamed(name: unknown, report: MistakeReport): Platform | null {
  const platform = typeof name === 'string' ? findPlatform(name) : null;
  if (platform === null) {
    report(
      ['platform'],
      `there is no platform ${quoted(name)}`,
      suggestion(
        wordIn(name),
        platforms.map(({ id }) => id),
      ),
    );
  }
  return platform;
}

function defaultStrategy(platform: Platform, given: DeployMap, report: MistakeReport): DeployChoice | null {
  const [strategy] = platform.strategies;
  if (strategy !== undefined && platform.strategyRequired === undefined) {
    return selected(platform, strategy, given, platform.strategies.length > 1 ? `strategy ${strategy.id}` : null);
  }
  report([], `${platform.name} has no default strategy`, `Give \`strategy\`: ${wordsOf(platform).join(', ')}.`);
  return null;
}

/** The strategy itself, or the one that a parameter such as `preboot: true` makes of it. */
function selected(
  platform: Platform,
  strategy: PlatformStrategy,
  given: DeployMap,
  assumed: string | null,
): DeployChoice {
  for (const { key, selects } of strategy.parameters) {
    if (selects === undefined || given[key] !== selects.value) continue;
    const other = findStrategy(platform, selects.strategy);
    if (other !== null) return { platform, strategy: other, selectedBy: key, assumed: null };
  }
  return { platform, strategy, selectedBy: null, assumed };
}

function strategyHint(platform: Platform, word: unknown): string {
  if (platform === platformFree) return wordHint(wordIn(word));
  if (findStrategy(platformFree, wordIn(word)) === null) return suggestion(wordIn(word), wordsOf(platform));
  return `Leave out \`platform\` for it, or give one of: ${wordsOf(platform).join(', ')}.`;
}

/** For a word that is no strategy by itself: the platforms that know it, or what else may stand alone. */
function wordHint(word: string): string {
  const owners = platforms.filter((platform) => findStrategy(platform, word) !== null);
  if (owners.length > 0) return `It needs a \`platform\`: ${owners.map(({ id }) => id).join(', ')}.`;
  return suggestion(word, [...freeStrategies, ...platforms.map(({ id }) => id)]);
}

function wordsOf(platform: Platform): string[] {
  return platform.strategies.flatMap(({ id, aliases }) => [id, ...aliases]);
}
