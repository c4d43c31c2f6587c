/** The file that `connbudget init` writes: valid, without findings as it stands, every common key explained. */
export const starter = `\
# What opens connections to your databases, and how it is deployed.
# Change the numbers to yours, then run: connbudget plan topology.yml
#
# Editors complete and explain every key with the schema: connbudget schema > topology.schema.json
# yaml-language-server: $schema=topology.schema.json

databases:
  main:
    engine: postgres            # or mysql, mariadb, sqlserver, oracle, cockroachdb, other
    version: 17                 # major version
    max_connections: 200        # SHOW max_connections;
    # plan: aws-rds-postgres/db.t4g.medium   # instead: a size of your provider, see: connbudget catalog providers
    # memory: 16GiB             # lets the plan check that the connections fit in memory
    # cores: 4
    other_clients:              # what connects besides the services below
      psql: 3                   # people on call
      metrics-exporter: 1

services:
  web:
    nodes: 4                    # pods, dynos, tasks or machines that run it
    # max_nodes: 8              # the autoscaler's maximum
    processes: 2                # per node, each with a pool of its own: Puma or gunicorn workers, cluster mode
    threads: 5                  # what one process can work on at once
    pool: 5                     # connections one process may open
    # pool: { size: 5, overflow: 10 }        # SQLAlchemy: pool_size and max_overflow
    # client: sqlalchemy        # instead of pool: the default of a library, see: connbudget catalog clients
    # extra:                    # connections outside the pool
    #   - { name: listener, count: 1, per: node, uses: [listen] }
    deploy:                     # while a new version rolls out, old and new nodes run side by side
      platform: kubernetes      # or ecs, nomad, heroku, fly, ...: connbudget catalog platforms
      max_surge: 25%            # how many nodes more than usual
      max_unavailable: 0
      ready_after: 10s          # a new node takes at least so long to become ready
      drain: 30s                # an old node keeps its connections at most so long after it was told to stop

  worker:
    nodes: 2
    pool: 10
    deploy: recreate            # all old nodes stop before new ones start

  migrate:
    when: deploy                # runs only while deploying
    nodes: 1
    pool: 1

# A pooler such as PgBouncer in front of a database; with one, every service says \`to: bouncer\` or \`to: main\`.
# poolers:
#   bouncer:
#     kind: pgbouncer           # or pgcat, odyssey, pgdog, supavisor, rds-proxy, ...: connbudget catalog poolers
#     to: main
#     mode: transaction
#     nodes: 2
#     default_pool_size: 20
#     max_client_conn: 1000

policy:
  headroom: 10%                 # of the usable connections, this much should stay free
  # concurrent_deploys: 1       # if never more than one service deploys at a time; default: all
  # fail_on: warning            # what makes the check fail; default: error

# Circumstances of your own, planned beside the built-in ones.
# scenarios:
#   black-friday: { nodes: { web: 12, worker: 6 } }
`;
