import type { Amount, Service } from '../../topology/types.ts';
import type { View } from '../common/view.ts';
import { percent } from '../common/words.ts';
import { changePolicy, changeService, fits, largest, tryOut } from './what-if.ts';

/** A team can promise to deploy so few services at once; a larger number is no promise. */
const mostAtOnce = 10;

/** Settings of rollouts, each of which alone makes every scenario of a database fit that does not drain. */
export function calmerRollouts(view: View, database: string): string[] {
  const unfit = view.databases.get(database)?.budget.scenarios.find(({ kind, fits }) => kind === 'deploy' && !fits);
  if (unfit === undefined) return [];
  const fewer = fewerAtOnce(view, database, unfit.deploying.length);
  if (fewer !== null) return [fewer];
  const [name] = unfit.deploying;
  const service = name === undefined ? undefined : view.service(name);
  if (unfit.deploying.length !== 1 || service === undefined) return [];
  return [smallerSurge(view, database, service) ?? withoutOverlap(view, database, service)].filter(
    (way) => way !== null,
  );
}

function fewerAtOnce(view: View, database: string, deploying: number): string | null {
  const concurrent = largest(1, Math.min(deploying - 1, mostAtOnce), (concurrentDeploys) =>
    fits(tryOut(view, database, changePolicy({ concurrentDeploys })).database),
  );
  return concurrent === null
    ? null
    : `policy.concurrent_deploys ${concurrent}, deploying at most ${concurrent} at once`;
}

function smallerSurge(view: View, database: string, { name, nodes, deploy }: Service): string | null {
  const { overlap, platform } = deploy;
  if (overlap.kind !== 'rolling' || !/^(kubernetes|argo)/.test(platform)) return null;
  const surge = largest(1, nodes, (count) => fits(tryOut(view, database, withSurge(name, count)).database));
  return surge === null ? null : `max_surge ${surge} instead of ${amount(overlap.surge)} for ${name}`;
}

const none = { numerator: 0, denominator: 1 };

const withSurge = (service: string, count: number) =>
  changeService(service, ({ deploy }) => ({
    deploy:
      deploy.overlap.kind === 'rolling'
        ? { ...deploy, overlap: { ...deploy.overlap, surge: { ...deploy.overlap.surge, share: none, atLeast: count } } }
        : deploy,
  }));

function withoutOverlap(view: View, database: string, { name }: Service): string | null {
  const recreate = changeService(name, ({ deploy }) => ({ deploy: { ...deploy, overlap: { kind: 'in_place' } } }));
  return fits(tryOut(view, database, recreate).database)
    ? `deploy: recreate for ${name}, which stops it while it deploys`
    : null;
}

const amount = ({ share, atLeast }: Amount): string => (share.numerator === 0 ? String(atLeast) : percent(share));
