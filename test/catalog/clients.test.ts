import { describe, expect, test } from '@jest/globals';
import { clients, findClient } from '../../src/catalog/clients/index.ts';
import { isFeature } from '../../src/catalog/features.ts';
import type { Client } from '../../src/catalog/types.ts';

function client(id: string): Client {
  const found = findClient(id);
  if (!found) throw new Error(`no client ${id}`);
  return found;
}

/** The default pools, newest first, as one line: `5+10`, `10 min 10`, `unlimited`, `null`. */
function pools(id: string): string {
  return client(id)
    .defaults.map(({ size, overflow, min }) => {
      const most = overflow ? `${size}+${overflow}` : `${size}`;
      return min ? `${most} min ${min}` : most;
    })
    .join(', ');
}

/** What a node runs, newest first: `processes x threads`. */
function runs(id: string): string {
  return client(id)
    .runtime.map(({ processes, threads }) => `${processes} x ${threads}`)
    .join(', ');
}

describe('every client', () => {
  test('has an id of its own, in kebab case', () => {
    const ids = clients.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(69);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(findClient('no-such-client')).toBeNull();
  });

  test('has a source, and so has every connection that it opens outside its pool', () => {
    for (const row of clients.flatMap((each) => [each, ...each.extras])) {
      expect(row.sources.length).toBeGreaterThan(0);
      expect(row.certainty).not.toBe('');
    }
  });

  test('needs features that exist', () => {
    for (const feature of clients.flatMap(({ uses }) => uses)) expect(isFeature(feature)).toBe(true);
    expect(clients.filter(({ uses }) => uses.length > 0).map(({ id }) => id)).toEqual([
      'good-job',
      'oban',
      'postgrest',
    ]);
  });

  test('has a default pool unless it is a runtime, and a setting for it', () => {
    for (const { id, kind, defaults, settings } of clients) {
      if (kind !== 'runtime') expect([id, defaults.length]).not.toEqual([id, 0]);
      expect([id, settings.length]).not.toEqual([id, 0]);
    }
  });

  test('says in words what an unknown size depends on', () => {
    const unknown = clients.flatMap(({ defaults }) => defaults).filter(({ size }) => size === null);
    expect(unknown.length).toBeGreaterThan(0);
    for (const { note } of unknown) expect(note).toBeTruthy();
  });

  test('is eager exactly when its newest pool keeps all of its connections open', () => {
    for (const { id, eager, defaults } of clients) {
      const newest = defaults[0];
      expect([id, eager]).toEqual([id, newest?.min !== undefined && newest.min > 0 && newest.min === newest.size]);
    }
  });

  test('warns where nothing bounds its pool', () => {
    const unbounded = clients.filter(({ defaults }) => defaults[0]?.size === 'unlimited');
    expect(unbounded.map(({ id }) => id)).toEqual(['django-asgi', 'go-database-sql', 'gorm', 'supabase-auth']);
    for (const { hazards } of unbounded) expect(hazards.length).toBeGreaterThan(0);
  });
});

describe('default pools, read in the facts', () => {
  test.each([
    ['rails', '5, 5'],
    ['django', 'threads'],
    ['django-psycopg-pool', '4 min 4'],
    ['sqlalchemy', '5+10'],
    ['asyncpg', '10 min 10'],
    ['psycopg-pool', '4 min 4'],
    ['hikaricp', '10 min 10'],
    ['spring-boot', '10 min 10'],
    ['tomcat-jdbc', '100 min 10'],
    ['dbcp2', '8'],
    ['c3p0', '15 min 3'],
    ['agroal', 'null'],
    ['quarkus-jdbc', '50, 20'],
    ['quarkus-reactive', '20, 4'],
    ['vertx-sql-client', '4'],
    ['node-postgres', '10'],
    ['prisma', '10'],
    ['prisma-6', 'null'],
    ['sequelize', '5'],
    ['knex', '10 min 2'],
    ['postgres-js', '10'],
    ['go-database-sql', 'unlimited'],
    ['pgxpool', 'null'],
    ['sqlx', '10'],
    ['deadpool', 'null, null'],
    ['r2d2', '10 min 10'],
    ['ecto', '10 min 10'],
    ['npgsql', '100'],
    ['sqlclient', '100'],
    ['php-fpm', '1'],
    ['keycloak', '100'],
    ['hasura', '50'],
    ['postgrest', '10'],
    ['temporal', '30, unlimited'],
    ['airflow', '5+10'],
    ['outline', '5'],
  ])('%s has %s', (id, expected) => {
    expect(pools(id)).toBe(expected);
  });
});

describe('what runs, read in the facts', () => {
  test.each([
    ['puma', '1 x 5, 1 x 16'],
    ['rails-generated', '1 x 3, null x 5, 1 x 5'],
    ['sidekiq', '1 x 5, 1 x 10, 1 x 25'],
    ['gunicorn', '1 x 1'],
    ['celery', 'null x 1'],
    ['php-fpm', '5 x 1'],
    ['passenger', '6 x null'],
    ['solid-queue', '3 x 3'],
  ])('%s runs %s', (id, expected) => {
    expect(runs(id)).toBe(expected);
  });
});

describe('defaults that surprise', () => {
  test.each([
    ['rails', /null or a negative number means unlimited/],
    ['sqlalchemy', /max_overflow=-1 means unlimited/],
    ['sqlalchemy', /pool_size=0 means unlimited/],
    ['go-database-sql', /no limit by default/],
    ['temporal', /Without maxConns a pool has no limit/],
    ['django-psycopg-pool', /pool: \{\} counts as false/],
    ['node-postgres', /max: 0 is neither unlimited nor off: it is 10/],
    ['pgxpool', /not the container's quota/],
    ['prisma-6', /not the container's quota/],
    ['deadpool', /formula that a patch release changed/],
    ['quarkus-jdbc', /from 20 to 50/],
    ['ecto', /pool_count multiplies/],
    ['npgsql', /have a pool of 100 each/],
    ['gunicorn', /1000 connections/],
  ])('%s warns of %s', (id, hazard) => {
    expect(client(id).hazards).toContainEqual(expect.stringMatching(hazard));
  });

  test('connections outside the pool that are there by default', () => {
    const present = clients.flatMap(({ id, extras }) =>
      extras.filter(({ byDefault }) => byDefault).map(({ count, per }) => `${id}: ${count} per ${per}`),
    );
    expect(present).toEqual([
      'good-job: 1 per process',
      'oban: 1 per node',
      'hasura: null per process',
      'postgrest: 1 per process',
    ]);
  });
});
