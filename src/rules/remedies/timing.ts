import type { DatabaseScenario } from '../../budget/types.ts';
import type { Deploy, Deployable } from '../../topology/types.ts';
import { listed } from '../../words/lists.ts';
import type { PlanView } from '../types.ts';
import { changeEvery, type TopologyChange, trialOf } from './what-if.ts';

/** Seconds from being told to stop to closing the last connection, and from start to ready. */
interface Timing {
  readonly drain: number;
  readonly readyAfter: number;
}

/** From generous to strict; with the last one nothing drains at all. */
const timings: readonly Timing[] = [
  { drain: 60, readyAfter: 30 },
  { drain: 30, readyAfter: 30 },
  { drain: 30, readyAfter: 60 },
  { drain: 10, readyAfter: 20 },
  { drain: 5, readyAfter: 60 },
  { drain: 0, readyAfter: 0 },
];

/** The most generous timing that, declared where it is missing, makes these draining scenarios of a database fit. */
export function timingThatFits(view: PlanView, database: string, draining: readonly DatabaseScenario[]): string | null {
  const tryOut = trialOf(view, database);
  if (tryOut === null) return null;
  const open = [...new Set(draining.flatMap(({ deploying }) => deploying))].flatMap((name) => {
    const subject = view.service(name) ?? view.poolers.get(name)?.pooler;
    const missing = subject ? missingTimes(subject.deploy) : [];
    return missing.length > 0 ? [{ name, missing }] : [];
  });
  const keys = (['drain', 'ready_after'] as const).filter((key) => open.some(({ missing }) => missing.includes(key)));
  const what = `Declare ${keys.join(' and ')} of ${listed(open.map(({ name }) => name))}`;
  const deploys = new Set(draining.map(({ name }) => deployOf(name)));
  const fitting = timings.find((timing) =>
    tryOut(declare(timing)).database.scenarios.every(({ name, fits }) => fits || !deploys.has(name)),
  );
  if (fitting === undefined) return `${what}; no usual timing makes it fit, but smaller pools would.`;
  if (fitting.drain === 0)
    return `${what}: it fits only with drain 0s, when old nodes close their connections as soon as they are told to stop.`;
  const values = { drain: `drain ${fitting.drain}s`, ready_after: `ready_after ${fitting.readyAfter}s` };
  return `${what}: with ${keys.map((key) => values[key]).join(' and ')} it fits.`;
}

/** The scenario that a draining one is the slow variant of. */
export const deployOf = (draining: string): string => draining.replace(/-draining$/, '');

function missingTimes({ drain, readyAfter }: Deploy): ('drain' | 'ready_after')[] {
  if (drain === 0) return [];
  return [...(drain === null ? (['drain'] as const) : []), ...(readyAfter === null ? (['ready_after'] as const) : [])];
}

/** Puts a timing where none is declared; what is declared stays. */
function declare({ drain, readyAfter }: Timing): TopologyChange {
  const timed = ({ deploy }: Deployable) => ({
    deploy: { ...deploy, drain: deploy.drain ?? drain, readyAfter: deploy.readyAfter ?? readyAfter },
  });
  return changeEvery({ service: timed, pooler: timed });
}
