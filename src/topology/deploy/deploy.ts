import type { PlatformStrategy } from '../../catalog/types.ts';
import type { Deploy, Overlap } from '../types.ts';
import { chooseStrategy, type DeployMap, type MistakeReport } from './choice.ts';
import { type DeployValues, isNothing, toOverlap } from './overlap.ts';
import { readParameters, withDefaults } from './parameters.ts';

/** What `deploy` leaves open: what was taken for it, and why. `at` is a path below `deploy`. */
export interface DeployAssumption {
  readonly at: readonly string[];
  readonly value: string;
  readonly reason: string;
}

/** How a service is deployed; null after mistakes were reported. */
export interface ResolvedDeploy {
  readonly deploy: Deploy | null;
  readonly assumptions: readonly DeployAssumption[];
}

const failed: ResolvedDeploy = { deploy: null, assumptions: [] };

/** What words came to, by word and processes: a large file says the same in few words, a thousand times each. */
const resolvedWords = new Map<string, ResolvedDeploy>();

/**
 * The arithmetic behind what a person wrote under `deploy`: nothing (a Kubernetes rolling update, assumed), the name of
 * a strategy or platform, or a map. `ready_after` and `drain` may be durations or seconds, `surge_factor` a number,
 * text or Ratio. `processes` are those of one node: they matter to servers that start processes, not nodes; left out,
 * the figures hold for any number of them. Every mistake goes to `report`, with its path below `deploy`.
 */
export function resolveDeploy(
  given: string | DeployMap | undefined,
  report: MistakeReport,
  processes = 1,
): ResolvedDeploy {
  if (typeof given === 'object') return resolve(given, given, report, processes);
  const key = given === undefined ? `${processes}` : `${processes} ${given}`;
  const known = resolvedWords.get(key);
  if (known !== undefined) return known;
  const resolved = resolve(given, {}, report, processes);
  if (resolved.deploy !== null) resolvedWords.set(key, resolved);
  return resolved;
}

function resolve(
  given: string | DeployMap | undefined,
  map: DeployMap,
  report: MistakeReport,
  processes: number,
): ResolvedDeploy {
  let mistakes = 0;
  const wrong: MistakeReport = (path, message, hint) => {
    mistakes++;
    report(path, message, hint);
  };
  const choice = chooseStrategy(given, wrong);
  if (choice === null) return failed;
  const { platform, strategy } = choice;
  const parameters = readParameters(choice, map, wrong);
  if (mistakes > 0) return failed;

  const assumed = choice.assumed === null || parameters.values.size > 0 ? [] : [choice.assumed];
  const values = withDefaults(strategy, parameters.values, assumed);
  const overlap = toOverlap(strategy.overlap, values, processes);
  if (cannotMove(strategy, overlap)) {
    wrong([], `${platform.name} accepts no rollout without surge and unavailable nodes`, 'Let one of them be above 0.');
    return failed;
  }
  const drain = parameters.drain ?? platformDrain(strategy, values);
  return {
    deploy: { platform: platform.id, strategy: strategy.id, overlap, readyAfter: parameters.readyAfter, drain },
    assumptions: assumed.length === 0 ? [] : [assumption(assumed, given === undefined, platform.name)],
  };
}

function assumption(assumed: readonly string[], nothingGiven: boolean, platform: string): DeployAssumption {
  const value = [...new Set(assumed)].join(', ');
  if (nothingGiven) return { at: [], value: `${platform}, ${value}`, reason: 'no deploy is given' };
  return { at: [], value, reason: `not given; the default of ${platform}` };
}

/** Both limits are the user's to set, and both are zero whatever the number of nodes. */
function cannotMove({ overlap: rule }: PlatformStrategy, overlap: Overlap): boolean {
  if (rule.kind !== 'rolling' || overlap.kind !== 'rolling' || overlap.bothZero === 'no_overlap') return false;
  const given = typeof rule.unavailable === 'object' && 'from' in rule.unavailable;
  return given && isNothing(overlap.surge) && isNothing(overlap.unavailable);
}

/**
 * Where a new node waits a limited time for the old one to exit, the platform's own time to stop decides whether they
 * overlap at all, so it applies undeclared.
 */
function platformDrain({ overlap: rule, parameters }: PlatformStrategy, { value }: DeployValues): number | null {
  if (rule.kind !== 'rolling' || rule.waitsForExit === undefined || !Number.isFinite(rule.waitsForExit)) return null;
  const key = parameters.find(({ drain }) => drain)?.key;
  const seconds = key === undefined ? null : value(key);
  return typeof seconds === 'number' ? seconds : null;
}
