/** A topology with so many databases, and services that go to them in turn. Every tenth database has a pooler. */
export function large(services: number, databases: number): string {
  const names = Array.from({ length: databases }, (_, index) => `db-${index}`);
  const pooled = names.filter((_, index) => index % 10 === 0);
  const lines = [
    'databases:',
    ...names.map(
      (name) => `  ${name}: { max_connections: 5000, version: 17, memory: 64GiB, other_clients: { psql: 2 } }`,
    ),
    'poolers:',
    ...pooled.map(
      (name) => `  bouncer-${name}: { to: ${name}, mode: transaction, default_pool_size: 20, max_client_conn: 10000 }`,
    ),
    'services:',
  ];
  for (let index = 0; index < services; index++) {
    const name = names[index % databases] ?? '';
    const to = index % 20 === 0 ? `bouncer-${name}` : name;
    lines.push(
      `  service-${index}:`,
      `    nodes: ${(index % 7) + 1}`,
      `    pool: { size: ${(index % 5) + 1}, overflow: ${index % 3} }`,
      `    to: ${to}`,
      `    deploy: { platform: kubernetes, max_surge: 25%, max_unavailable: 0, drain: 30s, ready_after: 20s }`,
    );
  }
  return `${lines.join('\n')}\n`;
}
