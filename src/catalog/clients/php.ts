import { from } from '../evidence.ts';
import { clientsIn } from './table.ts';

/** PHP has no pool in a process: a process is a connection. */
export const php = clientsIn('PHP', [
  {
    id: 'php-fpm',
    name: 'PHP-FPM',
    kind: 'runtime',
    defaults: [{ versions: null, size: 1, note: 'a child holds one for each DSN that a request uses' }],
    runtime: [
      { versions: null, processes: 5, threads: 1, note: 'www.conf as delivered; the directive itself has no default' },
    ],
    scope: 'process',
    settings: ['pm.max_children of each FPM pool'],
    hazards: [
      'Persistent connections stay for ever, one for each DSN, user and password in every child; pgsql.max_persistent and max_links are -1, no limit.',
      'Two handles to one DSN in a request are two connections.',
    ],
    notes: ['Without persistence an idle child holds none.'],
    ...from(
      'source code',
      'https://github.com/php/php-src/blob/master/sapi/fpm/www.conf.in',
      'https://www.php.net/manual/en/pgsql.configuration.php',
    ),
  },
  {
    id: 'laravel-octane',
    name: 'Laravel Octane',
    kind: 'runtime',
    defaults: [{ versions: null, size: 1, note: 'a worker holds one for each database connection that it uses' }],
    runtime: [
      {
        versions: null,
        processes: null,
        threads: 1,
        note: 'with Swoole twice the CPUs: workers and as many task workers; RoadRunner and FrankenPHP decide on their own',
      },
    ],
    scope: 'process',
    settings: ['--workers', '--task-workers (Swoole)', '--max-requests'],
    hazards: ['Connections stay open between requests: DisconnectFromDatabases is delivered as a comment.'],
    ...from(
      'source code',
      'https://github.com/laravel/octane/blob/2.x/src/Commands/StartSwooleCommand.php',
      'https://github.com/laravel/octane/blob/2.x/config/octane.php',
    ),
  },
]);
