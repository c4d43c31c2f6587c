import { byService, python } from './code.ts';
import { comment } from './comment.ts';
import type { GenerateTarget, SizedPool } from './types.ts';

/** A module with the arguments of create_engine() for every service. */
export const sqlalchemy: GenerateTarget = {
  name: 'sqlalchemy',
  about: 'Python: pool_size and max_overflow of create_engine()',
  comment: '#',
  of: 'services',
  clients: ['sqlalchemy'],
  several: true,
  lines: (services) => [
    '',
    ...comment('#', 'create_engine(url, **ENGINES["SERVICE"]["POOL"]), one engine in each process.'),
    'ENGINES = {',
    ...byService(python, services, entry),
    '}',
  ],
};

/** A pool_size of 0 would mean no limit. */
function entry({ pool, most }: SizedPool): readonly [string] {
  const size = Math.max(1, pool.size);
  return [`{"pool_size": ${size}, "max_overflow": ${most - size}}`];
}
