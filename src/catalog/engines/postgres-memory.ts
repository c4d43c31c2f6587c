import { from } from '../evidence.ts';
import { mb, mib } from '../sizes.ts';
import type { ConnectionMemory } from './types.ts';

const method = 'https://blog.anarazel.de/2020/10/07/measuring-the-memory-overhead-of-a-postgres-connection/';
const repeat = from('issue thread', 'https://github.com/NikolayS/postgres/issues/37');
const measured = from('measured', method);

/**
 * What one PostgreSQL connection costs. Resident set size (RSS) counts shared memory that every backend touched, so that
 * the larger figures overstate it; proportional set size (PSS) plus page tables is the fair metric. Memory for queries
 * comes on top.
 */
export const postgresConnectionMemory: readonly ConnectionMemory[] = [
  {
    ...measured,
    lowBytes: mb(1.3),
    highBytes: mb(1.3 + 0.17),
    note: 'Version 18.4, fresh and idle, huge pages off: PSS without and with page tables. RSS said 16 MB.',
  },
  {
    ...measured,
    lowBytes: mb(3.98),
    highBytes: mb(3.98 + 0.29),
    note: 'Version 18.4 after scanning a 100 MB table and running catalog queries: PSS without and with page tables. RSS said 72.8 MB.',
  },
  {
    ...measured,
    lowBytes: mb(1.23),
    highBytes: mb(1.23 + 0.18),
    note: 'Version 15.18, fresh and idle: PSS without and with page tables. RSS said 16.6 MB.',
  },
  {
    ...measured,
    lowBytes: mb(3.78),
    highBytes: mb(3.78 + 0.31),
    note: 'Version 15.18 after the same work: PSS without and with page tables. RSS said 78.8 MB.',
  },
  {
    ...from('documentation', method),
    lowBytes: 0,
    highBytes: mib(2),
    note: 'Below 2 MiB when measured accurately, says a PostgreSQL developer; RSS of a fresh backend reads 16,944 kB.',
  },
  {
    ...repeat,
    lowBytes: mib(2.17),
    highBytes: mib(2.92),
    note: 'Version 18.3, read-only pgbench, huge pages off: PSS plus page tables, median 2.64 MiB.',
  },
  {
    ...repeat,
    lowBytes: mib(1.51),
    highBytes: mib(1.51),
    note: 'Version 18.3, read-only pgbench, huge pages on: the median.',
  },
  {
    ...from(
      'documentation',
      'https://raw.githubusercontent.com/supabase/agent-skills/main/skills/supabase-postgres-best-practices/references/conn-limits.md',
    ),
    lowBytes: mb(1),
    highBytes: mb(3),
    note: "Supabase's guidance.",
  },
  {
    ...from(
      'documentation',
      'https://blog.heroku.com/connection_limit_guidance',
      'https://www.digitalocean.com/docs/databases/how-to/postgresql/manage-connection-pools/',
    ),
    lowBytes: mb(10),
    highBytes: mb(10),
    note: 'Heroku in 2013 and DigitalOcean; resident memory, shared memory included.',
  },
  {
    ...from('third-party claim', 'https://www.pgflare.com/knowledge-base/rds-connection-pool-exhausted'),
    lowBytes: mb(5),
    highBytes: mb(10),
    note: 'The figure that is repeated most, without a measurement.',
  },
];
