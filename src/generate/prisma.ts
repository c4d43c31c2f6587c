import { byService, javascript } from './code.ts';
import { comment } from './comment.ts';
import type { GenerateSource, GenerateTarget, SizedPool } from './types.ts';
import { engineOf } from './uses.ts';

/** An ES module with the size of every pool, for adapters (Prisma 7) and for the URL (up to 6, where adapters do not decide). */
export const prisma: GenerateTarget = {
  name: 'prisma',
  about: 'JavaScript: sizes for driver adapters (7) and URLs (up to 6)',
  comment: '//',
  of: 'services',
  clients: ['prisma', 'prisma-6'],
  several: true,
  lines: (services, source) => [
    '',
    ...comment(
      '//',
      'Prisma 7: new PrismaPg({ connectionString, ...pools["SERVICE"]["POOL"] }), one client in each process.',
    ),
    'export const pools = {',
    ...byService(javascript, services, (pool) => [adapter(pool, source)]),
    '};',
    '',
    ...comment('//', 'Prisma up to 6: add it to the query of the URL. Prisma 7 ignores it there.'),
    'export const parameters = {',
    ...byService(javascript, services, ({ most }) => [`"connection_limit=${most}"`]),
    '};',
  ],
};

/** The adapters' own names: pg's `max`, mariadb's `connectionLimit`. */
function adapter({ pool, most }: SizedPool, { topology }: GenerateSource): string {
  const isMysql = ['mysql', 'mariadb'].includes(engineOf(topology, pool.to));
  return isMysql ? `{ "connectionLimit": ${most} }` : `{ "max": ${most} }`;
}
