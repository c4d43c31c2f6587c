import { findPlatform, findStrategy, platformFree } from '../../catalog/platforms/index.ts';
import type { AmountRule, OverlapRule, PlatformStrategy } from '../../catalog/types.ts';
import type { Amount, Deploy, Rolling } from '../../topology/types.ts';
import { ceilOf } from '../ratio.ts';
import { amountOf, drainingNodes, fencepostsOf, slackOf, wavesWithin } from './rolling.ts';
import type { Draining, Rollout, RolloutAmount } from './types.ts';

/** How the nodes alive come about while `nodes` of them are replaced: the parts of what `nodesAlive` gives. */
export function rolloutOf(deploy: Deploy, nodes: number, kind: 'deploy' | 'draining'): Rollout {
  const { platform, strategy, overlap, drain, readyAfter } = deploy;
  const known = strategyOf(deploy);
  const rule = known?.overlap ?? null;
  const common = { nodes, platform, strategy, undeclared: false };
  switch (overlap.kind) {
    case 'in_place':
      return { ...common, kind: 'in_place', alive: nodes };
    case 'full_set': {
      const counted = Math.max(nodes, Math.min(2 * nodes, overlap.atMost));
      const mayDrain = drain !== 0 && counted < 2 * nodes;
      const drains = mayDrain && (kind === 'draining' || (drain !== null && readyAfter !== null));
      const atMost = overlap.atMost === Infinity ? null : overlap.atMost;
      const key = rule?.kind === 'full_set' ? (rule.atMost ?? null) : null;
      const alive = drains ? 2 * nodes : counted;
      return { ...common, kind: 'second_set', atMost, key, drains, undeclared: mayDrain && !drains, alive };
    }
    case 'factor': {
      const alive = Math.max(nodes, ceilOf(nodes, overlap.factor));
      if (rule?.kind !== 'extra_processes') {
        const key = rule?.kind === 'factor' ? rule.factor : null;
        return { ...common, kind: 'factor', factor: overlap.factor, key, alive };
      }
      const { numerator, denominator: processes } = overlap.factor;
      const key = typeof rule.extra === 'object' ? rule.extra.from : null;
      return { ...common, kind: 'processes', processes, more: numerator - processes, key, alive };
    }
    case 'extra': {
      const count = nodeCount(overlap.extra, nodes, extraRule(rule), known);
      const extra: RolloutAmount = rule?.kind === 'full_set' ? { ...count, means: 'or_more' } : count;
      return { ...common, kind: 'extra', extra, alive: nodes + count.nodes };
    }
    case 'rolling':
      return { ...common, ...rollingParts(overlap, deploy, nodes, kind, known) };
  }
}

function rollingParts(
  rolling: Rolling,
  { drain, readyAfter }: Deploy,
  nodes: number,
  kind: 'deploy' | 'draining',
  strategy: PlatformStrategy | null,
) {
  const rule = strategy?.overlap.kind === 'rolling' ? strategy.overlap : null;
  const { surge, unavailable } = slackOf(rolling, nodes);
  const posts = fencepostsOf(rolling, nodes);
  const surgeFrom = nodeCount(rolling.surge, nodes, rule?.surge ?? null, strategy);
  const written = nodeCount(rolling.unavailable, nodes, rule?.unavailable ?? null, strategy);
  const unavailableFrom: RolloutAmount =
    written.nodes === posts.unavailable ? written : { ...written, nodes: posts.unavailable, means: 'neither' };
  const slack = { surge, unavailable, surgeFrom, unavailableFrom };
  const counted = nodes + surge;
  const declared = drain !== null && (readyAfter !== null || drain <= rolling.waitsForExit);
  const slowly = drainingNodes(rolling, nodes, readyAfter ?? 0, drain ?? Infinity);
  if (kind === 'deploy' && !declared) {
    return { kind: 'rolling' as const, ...slack, draining: null, alive: counted, undeclared: slowly > counted };
  }
  const drainKey = strategy?.parameters.find((parameter) => parameter.drain)?.key ?? null;
  const draining = drainingOf(rolling, nodes, { drain, drainKey, readyAfter });
  return { kind: 'rolling' as const, ...slack, draining, alive: slowly };
}

function drainingOf(
  rolling: Rolling,
  nodes: number,
  timing: Pick<Draining, 'drain' | 'drainKey' | 'readyAfter'>,
): Draining | null {
  const { waitsForExit } = rolling;
  const { surge, unavailable } = slackOf(rolling, nodes);
  const batch = surge + unavailable;
  const drain = timing.drain ?? Infinity;
  if (batch === 0 || drain <= waitsForExit) return null;
  const waves = wavesWithin(drain - waitsForExit, (timing.readyAfter ?? 0) + waitsForExit);
  const started = waves >= nodes ? nodes : waves * batch;
  const stage =
    surge + started <= nodes - unavailable
      ? 'middle'
      : started >= nodes
        ? 'all'
        : started >= nodes - unavailable
          ? 'start'
          : 'end';
  return { ...timing, waitsForExit, batch, waves, stage };
}

function strategyOf({ platform, strategy }: Deploy): PlatformStrategy | null {
  const known = platform === platformFree.id ? platformFree : findPlatform(platform);
  return known && findStrategy(known, strategy);
}

/** The rule of what a strategy adds; of a second set, the nodes that may be more than it. */
function extraRule(rule: OverlapRule | null): AmountRule | null {
  if (rule?.kind === 'extra') return rule.extra;
  return rule?.kind === 'full_set' && rule.orMore !== undefined ? { from: rule.orMore } : null;
}

const switches: ReadonlySet<unknown> = new Set(['switch', 'command']);

function nodeCount(
  amount: Amount,
  nodes: number,
  rule: AmountRule | null,
  strategy: PlatformStrategy | null,
): RolloutAmount {
  const count = { nodes: amountOf(amount, nodes), amount };
  if (typeof rule !== 'object' || rule === null) return { ...count, key: null, means: 'itself' };
  if ('above' in rule) return { ...count, key: rule.above, means: 'above' };
  if ('below' in rule) return { ...count, key: rule.below, means: 'below' };
  const parameter = strategy?.parameters.find(({ key }) => key === rule.from);
  const isAll = parameter?.allAt !== undefined && amount.share.numerator > 0;
  return { ...count, key: rule.from, means: switches.has(parameter?.value) ? 'switch' : isAll ? 'all' : 'itself' };
}
