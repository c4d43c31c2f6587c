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
