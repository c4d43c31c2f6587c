import { largest } from '../../sizing/bisect.ts';
import type { Amount, Service } from '../../topology/types.ts';
import { exactPercent } from '../../words/units.ts';
import { worstOf } from '../common/words.ts';
import type { PlanView } from '../types.ts';
import { changePolicy, changeService, type TopologyChange } from './what-if.ts';

/** A team can promise to deploy so few services at once; a larger number is no promise. */
const mostAtOnce = 10;

/** Settings of rollouts, each of which works alone, for a database whose worst case is a deploy. */
export function calmerRollouts(view: PlanView, database: string, works: (change: TopologyChange) => boolean): string[] {
  const deploys = view.databases.get(database)?.budget.scenarios.filter(({ kind }) => kind === 'deploy') ?? [];
  const worst = worstOf(deploys);
  if (worst === null) return [];
  const fewer = fewerAtOnce(worst.deploying.length, works);
  if (fewer !== null) return [fewer];
  const [name] = worst.deploying;
  const service = name === undefined ? undefined : view.service(name);
  if (worst.deploying.length !== 1 || service === undefined) return [];
  return [smallerSurge(service, works) ?? withoutOverlap(service, works)].filter((way) => way !== null);
}

function fewerAtOnce(deploying: number, works: (change: TopologyChange) => boolean): string | null {
  const most = Math.min(deploying - 1, mostAtOnce);
  const concurrent = largest(1, most, (concurrentDeploys) => works(changePolicy({ concurrentDeploys })));
  return concurrent === null
    ? null
    : `policy.concurrent_deploys ${concurrent}, deploying at most ${concurrent} at once`;
}

function smallerSurge({ name, nodes, deploy }: Service, works: (change: TopologyChange) => boolean): string | null {
  const { overlap, platform } = deploy;
  if (overlap.kind !== 'rolling' || !/^(kubernetes|argo)/.test(platform)) return null;
  const surge = largest(1, nodes, (count) => works(withSurge(name, count)));
  return surge === null ? null : `max_surge ${surge} instead of ${surgeOf(overlap.surge)} for ${name}`;
}

const none = { numerator: 0, denominator: 1 };

const withSurge = (service: string, count: number) =>
  changeService(service, ({ deploy }) => ({
    deploy:
      deploy.overlap.kind === 'rolling'
        ? { ...deploy, overlap: { ...deploy.overlap, surge: { ...deploy.overlap.surge, share: none, atLeast: count } } }
        : deploy,
  }));

function withoutOverlap({ name }: Service, works: (change: TopologyChange) => boolean): string | null {
  const recreate = changeService(name, ({ deploy }) => ({ deploy: { ...deploy, overlap: { kind: 'in_place' } } }));
  return works(recreate) ? `deploy: recreate for ${name}, which stops it while it deploys` : null;
}

const surgeOf = ({ share, atLeast }: Amount): string =>
  share.numerator === 0 ? String(atLeast) : exactPercent(share.numerator / share.denominator);
