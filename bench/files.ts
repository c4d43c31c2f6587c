/** A topology with so many databases, and services that go to them in turn. Every tenth database has a pooler that all its services share, one in a hundred is too small. */
export function large(services: number, databases: number): string {
  const names = Array.from({ length: databases }, (_, index) => `db-${index}`);
  const pooled = names.filter((_, index) => index % 10 === 0);
  const lines = [
    'databases:',
    ...names.map(
      (name, index) =>
        `  ${name}: { max_connections: ${index % 100 === 1 ? 2000 : 5000}, version: 17, other_clients: { psql: 2 } }`,
    ),
    'poolers:',
    ...pooled.map(
      (name) => `  bouncer-${name}: { to: ${name}, mode: transaction, default_pool_size: 20, max_client_conn: 10000 }`,
    ),
    'services:',
  ];
  for (let index = 0; index < services; index++) {
    const [row, database] = [Math.floor(index / databases), index % databases];
    const name = names[database];
    const to = database % 10 === 0 ? `bouncer-${name}` : name;
    lines.push(
      `  service-${index}:`,
      `    nodes: ${(row % 7) + 1}`,
      `    pool: { size: ${(row % 5) + 1}, overflow: ${row % 3} }`,
      `    to: ${to}`,
      '    user: app',
      `    deploy: { platform: kubernetes, max_surge: 25%, max_unavailable: 0, drain: 30s, ready_after: 20s }`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** Deploys as teams write them. */
const deploys = [
  '{ platform: kubernetes, max_surge: 25%, max_unavailable: 0, drain: 30s }',
  '{ platform: kubernetes, max_surge: 1, max_unavailable: 1 }',
  'recreate',
  '{ surge_factor: 1.5 }',
];

/** One of many topologies of ordinary size, twice that of the real ones in fixtures/: 3 to 8 services on two databases, in every third file behind a pooler. Every tenth does not fit. */
export function ordinary(index: number): string {
  const main = index % 3 === 0 ? 'bouncer' : 'main';
  const lines = [
    'databases:',
    `  main: { max_connections: 1200, version: 16, other_clients: { psql: 2, metrics: 3 } }`,
    `  jobs: { max_connections: ${index % 10 === 9 ? 50 : 400}, version: 17 }`,
    ...(main === 'main'
      ? []
      : ['poolers:', '  bouncer: { to: main, mode: transaction, default_pool_size: 20, max_client_conn: 1000 }']),
    'services:',
  ];
  for (let service = 0; service < 3 + ((index * 7) % 6); service++) {
    lines.push(
      `  service-${service}:`,
      `    nodes: ${(service % 5) + 2}`,
      `    pool: { size: ${(service % 4) + 1}, overflow: ${service % 3} }`,
      `    to: ${service % 3 === 0 ? 'jobs' : main}`,
      `    deploy: ${deploys[(index + service) % deploys.length]}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
