import { byService, javascript } from './code.ts';
import { comment } from './comment.ts';
import type { GenerateTarget } from './types.ts';

/** An ES module with the size of every pg.Pool. */
export const nodePostgres: GenerateTarget = {
  name: 'node-postgres',
  about: 'JavaScript: max of pg.Pool',
  comment: '//',
  of: 'services',
  clients: ['node-postgres', 'drizzle'],
  several: true,
  lines: (services) => [
    '',
    ...comment('//', 'new Pool({ ...connection, ...pools["SERVICE"]["POOL"] }), one in each process.'),
    'export const pools = {',
    ...byService(javascript, services, ({ most }) => [`{ "max": ${most} }`]),
    '};',
  ],
};
