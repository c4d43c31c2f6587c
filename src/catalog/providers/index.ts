import { appliesTo } from '../versions.ts';
import { aivenMysql, aivenPostgres } from './aiven.ts';
import { auroraMysql } from './aws-aurora-mysql.ts';
import { auroraPostgres } from './aws-aurora-postgres.ts';
import { auroraServerlessMysql, auroraServerlessPostgres } from './aws-aurora-serverless.ts';
import { rdsMariadb, rdsMysql, rdsPostgres } from './aws-rds.ts';
import { azureMysql, azurePostgres } from './azure.ts';
import { crunchyBridge } from './crunchy-bridge.ts';
import { digitaloceanPostgres } from './digitalocean.ts';
import { flyMpg } from './fly.ts';
import { alloydb, cloudsqlMysql, cloudsqlPostgres } from './gcp.ts';
import { herokuPostgres, herokuPostgresAdvanced } from './heroku.ts';
import { ionosPostgres } from './ionos.ts';
import { lakebase, neon } from './neon.ts';
import { ovhPostgres } from './ovh.ts';
import { planetscalePostgres } from './planetscale.ts';
import { prismaPostgres } from './prisma.ts';
import { railwayPostgres } from './railway.ts';
import { renderPostgres } from './render.ts';
import { supabase } from './supabase.ts';
import type { Provider, ProviderPlan } from './types.ts';
import { yandexPostgres } from './yandex.ts';

/** Every managed database service the catalog knows. */
export const providers: readonly Provider[] = [
  rdsPostgres,
  rdsMysql,
  rdsMariadb,
  auroraPostgres,
  auroraMysql,
  auroraServerlessPostgres,
  auroraServerlessMysql,
  cloudsqlPostgres,
  cloudsqlMysql,
  alloydb,
  azurePostgres,
  azureMysql,
  herokuPostgres,
  herokuPostgresAdvanced,
  supabase,
  neon,
  lakebase,
  digitaloceanPostgres,
  renderPostgres,
  flyMpg,
  railwayPostgres,
  aivenPostgres,
  aivenMysql,
  planetscalePostgres,
  crunchyBridge,
  ionosPostgres,
  yandexPostgres,
  prismaPostgres,
  ovhPostgres,
];

/** A plan and the provider that sells it. */
export interface FoundPlan {
  readonly provider: Provider;
  readonly plan: ProviderPlan;
}

/** The provider with this id, whatever its case. */
export const findProvider = (id: string): Provider | null =>
  providers.find((provider) => provider.id === id.toLowerCase()) ?? null;

/** The plan that `provider/plan` names, whatever its case, such as `aws-rds-postgres/db.r6g.large`. */
export const findPlan = (name: string): FoundPlan | null => {
  const [id = '', ...rest] = name.split('/');
  const planName = rest.join('/').toLowerCase();
  const provider = findProvider(id);
  const plan = provider?.plans.find((each) => each.name.toLowerCase() === planName);
  return provider && plan ? { provider, plan } : null;
};

/** Every valid `plan`, as `provider/plan`. */
export const planNames = (): readonly string[] =>
  providers.flatMap(({ id, plans }) => plans.map(({ name }) => `${id}/${name}`));

/**
 * Slots that the provider keeps beyond `engineReserved`, the slots that the engine's own settings keep; 0 where none are
 * known. `version` is the engine's major version, or null if it is unknown.
 */
export const providerReserved = ({ reserve }: Provider, version: number | null, engineReserved: number): number => {
  if (!reserve?.default || !appliesTo(reserve, version)) return 0;
  return reserve.includesEngine ? Math.max(0, reserve.default - engineReserved) : reserve.default;
};
