import { from } from '../evidence.ts';
import { clientsIn } from './table.ts';

/** Rails, its servers and job runners. */
export const ruby = clientsIn('Ruby', [
  {
    id: 'rails',
    name: 'Rails (Active Record)',
    kind: 'pool',
    defaults: [
      { versions: '8.1 and later', size: 5, note: 'max_connections, else pool, else 5' },
      { versions: '7.0 to 8.0', size: 5 },
    ],
    scope: 'process',
    settings: ['max_connections in config/database.yml (8.1 and later)', 'pool in config/database.yml'],
    hazards: [
      'From 8.1 on an explicit null or a negative number means unlimited; until 8.0 null meant 5.',
      'From 8.1 on pool and max_connections with different values stop the boot.',
      'Every database entry, role and shard that a process uses has a pool of its own (queue, cache and cable too).',
    ],
    extras: [
      {
        name: 'Action Cable LISTEN',
        count: 1,
        per: 'process',
        byDefault: false,
        note: 'in each process with a subscription, with the postgresql adapter',
        ...from('source code', 'rails/rails: actioncable/lib/action_cable/subscription_adapter/postgresql.rb'),
      },
    ],
    notes: [
      'The library itself never reads RAILS_MAX_THREADS; the generated database.yml does.',
      "load_async borrows from the pool, by default 4 threads of the global executor; Action Cable's 4 workers do too.",
      'min_connections (8.1, default 0) opens connections ahead.',
    ],
    ...from(
      'source code',
      'https://github.com/rails/rails/blob/v8.1.0/activerecord/lib/active_record/database_configurations/hash_config.rb',
      'https://github.com/rails/rails/blob/v8.1.0/activerecord/lib/active_record/connection_adapters/abstract/connection_pool.rb',
      'https://github.com/rails/rails/blob/v8.1.0/activerecord/CHANGELOG.md',
      'https://github.com/rails/rails/blob/v8.0.0/activerecord/lib/active_record/database_configurations/hash_config.rb',
    ),
  },
  {
    id: 'rails-generated',
    name: 'Rails as generated (puma.rb and database.yml)',
    kind: 'pool',
    defaults: [{ versions: '7.0 to 8.1', size: 5 }],
    runtime: [
      { versions: '7.2 to 8.1', processes: 1, threads: 3 },
      { versions: '7.1', processes: null, threads: 5, note: 'a process for each physical core in production' },
      { versions: '7.0', processes: 1, threads: 5 },
    ],
    scope: 'process',
    settings: ['RAILS_MAX_THREADS', 'WEB_CONCURRENCY'],
    hazards: ['An app generated with 7.1 grows with the cores of its host in production.'],
    notes: [
      'Without RAILS_MAX_THREADS a process of 7.2 or later has 3 threads and a pool of 5.',
      'SOLID_QUEUE_IN_PUMA (8.0 and later) makes Puma run Solid Queue too.',
    ],
    ...from(
      'source code',
      'https://github.com/rails/rails/blob/v7.1.0/railties/lib/rails/generators/rails/app/templates/config/puma.rb.tt',
      'https://github.com/rails/rails/blob/v7.2.0/railties/lib/rails/generators/rails/app/templates/config/puma.rb.tt',
      'https://github.com/rails/rails/blob/v8.1.0/railties/lib/rails/generators/rails/app/templates/config/databases/postgresql.yml.tt',
    ),
  },
  {
    id: 'puma',
    name: 'Puma',
    kind: 'runtime',
    runtime: [
      { versions: '5.0 and later', processes: 1, threads: 5, note: '16 threads outside MRI' },
      { versions: '4', processes: 1, threads: 16 },
    ],
    scope: 'process',
    settings: [
      'workers (WEB_CONCURRENCY)',
      'threads (PUMA_MAX_THREADS or MAX_THREADS)',
      'max_io_threads (8.0 and later)',
    ],
    hazards: ['From 8.0 on max_io_threads (default 0) adds threads beyond the maximum.'],
    notes: [
      'processes = max(1, workers); it does not read RAILS_MAX_THREADS itself.',
      'WEB_CONCURRENCY=auto (6.5 and later, with concurrent-ruby) follows the processors.',
    ],
    ...from(
      'source code',
      'https://github.com/puma/puma/blob/master/lib/puma/configuration.rb',
      'https://github.com/puma/puma/blob/master/lib/puma/dsl.rb',
      'https://github.com/puma/puma/blob/v4.3.0/lib/puma/configuration.rb',
      'https://github.com/puma/puma/blob/v5.0.0/lib/puma/configuration.rb',
    ),
  },
  {
    id: 'unicorn',
    name: 'Unicorn',
    kind: 'runtime',
    runtime: [{ versions: null, processes: 1, threads: 1 }],
    scope: 'process',
    settings: ['worker_processes'],
    notes: ['One request at a time: normally one connection a worker and database, even where the pool is 5.'],
    ...from('source code', 'https://github.com/defunkt/unicorn/blob/master/lib/unicorn/configurator.rb'),
  },
  {
    id: 'pitchfork',
    name: 'Pitchfork',
    kind: 'runtime',
    runtime: [{ versions: null, processes: 1, threads: 1 }],
    scope: 'process',
    settings: ['worker_processes', 'refork_max_unavailable'],
    notes: ['The mold process beside the workers normally holds no connection.'],
    ...from(
      'source code',
      'https://github.com/Shopify/pitchfork/blob/master/lib/pitchfork/configurator.rb',
      'https://github.com/Shopify/pitchfork/blob/master/lib/pitchfork/http_server.rb',
    ),
  },
  {
    id: 'passenger',
    name: 'Phusion Passenger',
    kind: 'runtime',
    runtime: [{ versions: '6', processes: 6, threads: null, note: 'all applications of the instance share the 6' }],
    scope: 'node',
    settings: ['passenger_max_pool_size'],
    ...from(
      'source code',
      'https://github.com/phusion/passenger/blob/stable-6.0/src/ruby_supportlib/phusion_passenger/constants.rb',
    ),
  },
  {
    id: 'sidekiq',
    name: 'Sidekiq',
    kind: 'runtime',
    runtime: [
      { versions: '7 and later', processes: 1, threads: 5 },
      { versions: '6', processes: 1, threads: 10 },
      { versions: '4 and 5', processes: 1, threads: 25 },
    ],
    scope: 'process',
    settings: ['concurrency in config/sidekiq.yml or -c', 'RAILS_MAX_THREADS where no concurrency is given'],
    hazards: ['Each further capsule without a number of its own adds the configured concurrency.'],
    notes: [
      'The pool of database.yml bounds the connections; threads are only the demand.',
      'Its internal pools are connections to Redis.',
      'Shutdown waits 25 s for jobs: old processes keep their connections that long.',
    ],
    ...from(
      'source code',
      'https://github.com/sidekiq/sidekiq/blob/main/lib/sidekiq/config.rb',
      'https://github.com/sidekiq/sidekiq/blob/main/lib/sidekiq/capsule.rb',
      'https://github.com/sidekiq/sidekiq/blob/v6.0.0/lib/sidekiq.rb',
      'https://github.com/sidekiq/sidekiq/blob/v5.0.0/lib/sidekiq.rb',
    ),
  },
  {
    id: 'good-job',
    name: 'GoodJob',
    kind: 'runtime',
    runtime: [
      { versions: null, processes: 1, threads: 5, note: 'for each queue pool without a number, and 2 utility threads' },
    ],
    scope: 'process',
    settings: ['max_threads (GOOD_JOB_MAX_THREADS)', 'queues (GOOD_JOB_QUEUES)', 'enable_listen_notify'],
    hazards: [
      'shutdown_timeout is -1 by default: a draining worker may keep its connections for ever.',
      'In async mode every web process runs the job threads, so they multiply by the Puma workers.',
    ],
    extras: [
      {
        name: 'LISTEN',
        count: 1,
        per: 'process',
        byDefault: true,
        note: 'taken out of the Active Record pool for good; enable_listen_notify: false prevents it',
        ...from('source code', 'bensheldon/good_job: lib/good_job/notifier.rb'),
      },
    ],
    uses: ['listen', 'advisory_locks'],
    notes: ['The pool needs the threads of all queue pools + 2; in async mode the web threads as well.'],
    ...from(
      'source code',
      'https://github.com/bensheldon/good_job/blob/main/README.md',
      'https://github.com/bensheldon/good_job/blob/main/lib/good_job/configuration.rb',
    ),
  },
  {
    id: 'solid-queue',
    name: 'Solid Queue',
    kind: 'runtime',
    runtime: [
      {
        versions: '1.5',
        processes: 3,
        threads: 3,
        note: 'a worker, a dispatcher and the supervisor; recurring or dynamic tasks add a scheduler',
      },
    ],
    scope: 'process',
    settings: ['workers[].threads in config/queue.yml', 'workers[].processes in config/queue.yml'],
    notes: [
      "A worker's pool needs threads + 2 (poller and heartbeat).",
      'Jobs that use the primary database take up to one connection a thread from its pool too.',
      'With the Puma plugin the processes run beside every Puma master.',
    ],
    ...from(
      'source code',
      'https://github.com/rails/solid_queue/blob/main/lib/solid_queue/configuration.rb',
      'https://github.com/rails/solid_queue/blob/main/README.md',
    ),
  },
]);
