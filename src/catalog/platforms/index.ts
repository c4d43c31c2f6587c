import { appService } from './app-service.ts';
import { argoRollouts } from './argo-rollouts.ts';
import { asg } from './asg.ts';
import { beanstalk } from './beanstalk.ts';
import { capistrano } from './capistrano.ts';
import { cloudRun } from './cloud-run.ts';
import { containerApps } from './container-apps.ts';
import { ecs } from './ecs.ts';
import { fly } from './fly.ts';
import { gcpMig } from './gcp-mig.ts';
import { gunicorn } from './gunicorn.ts';
import { heroku } from './heroku.ts';
import { kamal } from './kamal.ts';
import { knative } from './knative.ts';
import { kubernetes } from './kubernetes.ts';
import { kubernetesDaemonset } from './kubernetes-daemonset.ts';
import { kubernetesStatefulset } from './kubernetes-statefulset.ts';
import { lambda } from './lambda.ts';
import { nginxUnit } from './nginx-unit.ts';
import { nomad } from './nomad.ts';
import { passenger } from './passenger.ts';
import { pitchfork } from './pitchfork.ts';
import { pm2 } from './pm2.ts';
import { puma } from './puma.ts';
import { railway } from './railway.ts';
import { render } from './render.ts';
import { swarm } from './swarm.ts';
import { systemd } from './systemd.ts';
import type { Platform, PlatformStrategy } from './types.ts';
import { unicorn } from './unicorn.ts';
import { uvicorn } from './uvicorn.ts';
import { uwsgi } from './uwsgi.ts';

export { platformFree } from './platform-free.ts';

/** Every platform the catalog knows: orchestrators, clouds, schedulers, then servers that replace processes in a host. */
export const platforms: readonly Platform[] = [
  kubernetes,
  kubernetesStatefulset,
  kubernetesDaemonset,
  argoRollouts,
  knative,
  ecs,
  asg,
  beanstalk,
  lambda,
  gcpMig,
  cloudRun,
  appService,
  containerApps,
  nomad,
  swarm,
  heroku,
  fly,
  render,
  railway,
  kamal,
  puma,
  capistrano,
  unicorn,
  pitchfork,
  passenger,
  systemd,
  pm2,
  gunicorn,
  uvicorn,
  uwsgi,
  nginxUnit,
];

const byId: ReadonlyMap<string, Platform> = new Map(platforms.map((platform) => [platform.id, platform]));

/** The platform of that id, or null. */
export function findPlatform(id: string): Platform | null {
  return byId.get(id) ?? null;
}

/** The strategy of that id or other word, or null. */
export function findStrategy(platform: Platform, word: string): PlatformStrategy | null {
  return platform.strategies.find(({ id, aliases }) => id === word || aliases.includes(word)) ?? null;
}
