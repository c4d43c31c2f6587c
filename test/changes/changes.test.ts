import { describe, expect, test } from '@jest/globals';
import { worstCases } from '../../src/budget/index.ts';
import { type Changes, changesBetween } from '../../src/changes/index.ts';
import { overcommitOf } from '../../src/sizing/in-use/overcommit.ts';
import { parseTopology } from '../../src/topology/index.ts';

const planned = (text: string) => {
  const topology = parseTopology(text, 'topology.yml');
  const budget = worstCases(topology);
  return { topology, budget, overcommit: overcommitOf(topology, budget) };
};

const changes = (base: string, head: string): Changes => changesBetween(planned(base), planned(head));

/** Each cause on a line: its edits, and the causes that it needs. */
function told({ causes }: Changes): string[] {
  const word = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value));
  return causes.map(({ edits, needs }) => {
    const parts = edits.map(({ paths, from, to }) => `${paths.join(', ')}: ${word(from)} -> ${word(to)}`);
    return [parts.join('; '), ...(needs.length === 0 ? [] : [`after ${needs.join(', ')}`])].join(' ');
  });
}

const web = (service: string, rest = 'databases: { main: { max_connections: 100 } }') =>
  `${rest}\nservices:\n  web: ${service}\n`;

describe('the edits of a change', () => {
  test.each([
    ['a value', web('{ nodes: 4, pool: 5 }'), web('{ nodes: 6, pool: 5 }'), ['services.web.nodes: 4 -> 6']],
    ['the form alone', web('{ nodes: 4, pool: 5 }'), web('{ nodes: 4, pool: { size: 5 } }'), []],
    [
      'a part of what was short',
      web('{ nodes: 4, pool: 5 }'),
      web('{ nodes: 4, pool: { size: 5, overflow: 2 } }'),
      ['services.web.pool.overflow: nothing -> 2'],
    ],
    [
      'the name `database` in its short form',
      web('{ nodes: 4, pool: 5 }', 'database: { max_connections: 100 }'),
      web('{ nodes: 4, pool: 5 }', 'databases: { database: { max_connections: 90 } }'),
      ['databases.database.max_connections: 100 -> 90'],
    ],
    [
      'what an anchor gives to many',
      'x-pool: &pool 5\ndatabase:\nservices: { a: { nodes: 1, pool: *pool }, b: { nodes: 2, pool: { size: 5 } } }',
      'x-pool: &pool 6\ndatabase:\nservices: { a: { nodes: 1, pool: *pool }, b: { nodes: 2, pool: { size: 5 } } }',
      ['services.a.pool: 5 -> 6'],
    ],
    [
      'what is merged into many',
      'x-common: &common { pool: 5 }\ndatabase:\nservices: { a: { nodes: 1, <<: *common }, b: { nodes: 2, <<: *common } }',
      'x-common: &common { pool: 6 }\ndatabase:\nservices: { a: { nodes: 1, <<: *common }, b: { nodes: 2, <<: *common } }',
      ['services.a.pool, services.b.pool: 5 -> 6'],
    ],
    [
      'a new service',
      web('{ nodes: 4, pool: 5 }'),
      `${web('{ nodes: 4, pool: 5 }')}  job: { nodes: 1, pool: 2 }\n`,
      ['services.job: nothing -> {"nodes":1,"pool":2}'],
    ],
    [
      'another platform, whose parameters only it has',
      web('{ nodes: 4, pool: 5, deploy: { platform: kubernetes, max_surge: 1 } }'),
      web('{ nodes: 4, pool: 5, deploy: { platform: ecs, maximum_percent: 200 } }'),
      [
        'services.web.deploy.platform: "kubernetes" -> "ecs"; services.web.deploy.maximum_percent: nothing -> 200; services.web.deploy.max_surge: 1 -> nothing',
      ],
    ],
    [
      'more nodes than the autoscaler had',
      web('{ nodes: 4, max_nodes: 8, pool: 5 }'),
      web('{ nodes: 10, max_nodes: 12, pool: 5 }'),
      ['services.web.max_nodes: 8 -> 12', 'services.web.nodes: 4 -> 10 after 0'],
    ],
    [
      'a way through a new pooler, which a service then needs',
      web('{ nodes: 4, pool: 5, to: main }'),
      web(
        '{ nodes: 4, pool: 5, to: pgb }',
        'databases: { main: { max_connections: 100 } }\npoolers: { pgb: { to: main } }',
      ),
      ['poolers.pgb: nothing -> {"to":"main"}', 'services.web.to: "main" -> "pgb" after 0'],
    ],
    [
      'another name of a database',
      web('{ nodes: 4, pool: 5, to: main }'),
      web('{ nodes: 4, pool: 5, to: primary }', 'databases: { primary: { max_connections: 100 } }'),
      [
        'databases.primary: nothing -> {"max_connections":100}',
        'services.web.to: "main" -> "primary" after 0',
        'databases.main: {"max_connections":100} -> nothing after 0, 1',
      ],
    ],
  ])('%s', (_, base, head, expected) => expect(told(changes(base, head))).toEqual(expected));

  test('are where they are to be found', () => {
    const { causes } = changes(web('{ nodes: 4, pool: 5, threads: 3 }'), web('{ nodes: 6, pool: 5 }'));
    const places = causes.flatMap(({ edits }) => edits.map(({ location: { line, column } }) => [line, column]));
    expect(places).toEqual([
      [3, 17],
      [3, 38],
    ]);
  });

  test('are told by entry, by section or as one where they are too many to plan each', () => {
    const count = 1_000;
    const services = (nodes: number) =>
      Array.from(
        { length: count },
        (_, index) => `  s${index}: { nodes: ${nodes}, pool: ${nodes}, deploy: none }`,
      ).join('\n');
    const file = (max: number, nodes: number) =>
      `database: { max_connections: ${max} }\nservices:\n${services(nodes)}\n`;
    const { causes, movements } = changes(file(9_000, 1), file(8_000, 2));
    expect(causes.map(({ edits }) => edits.length)).toEqual([1, 2 * count]);
    const steady = movements.find(({ figure }) => figure.scenario?.name === 'steady');
    expect(steady).toMatchObject({ base: count, head: 4 * count, effects: [{ cause: 1, own: 3 * count }] });
  });
});

describe('the interaction of edits', () => {
  const base = web('{ nodes: 4, pool: 5, deploy: none }');
  const head = web('{ nodes: 6, pool: 8, deploy: none, extra: [{ name: lock, count: 1, per: service }] }');

  test('is named, and leaves out what has no part in it', () => {
    const movement = changes(base, head).movements.find(({ figure }) => figure.scenario?.name === 'steady');
    expect(movement).toMatchObject({
      base: 20,
      head: 49,
      effects: [
        { cause: 0, own: 10, after: 30 },
        { cause: 1, own: 12, after: 48 },
        { cause: 2, own: 1, after: 49 },
      ],
      interaction: { causes: [0, 1], change: 6 },
    });
  });

  test('is none where a pool has no bound', () => {
    const unlimited = web('{ nodes: 6, pool: unlimited, deploy: none }');
    const movement = changes(base, unlimited).movements.find(({ figure }) => figure.scenario?.name === 'steady');
    expect(movement).toMatchObject({ base: 20, head: Number.POSITIVE_INFINITY, interaction: null });
  });
});

describe('the probability of overcommit', () => {
  const busy = (nodes: number, rate: number, rest = '') =>
    `databases: { main: { max_connections: 100 }, quiet: { max_connections: 100 } }
services:
  web: { nodes: ${nodes}, pool: 20, to: main, traffic: { rate: ${rate}/s, hold: 20ms }, deploy: { surge_factor: 1.5 } }
  job: { nodes: 1, pool: 5, to: quiet, deploy: none }
${rest}`;
  const of = (text: string, scenario: string) => planned(text).overcommit[0]?.probabilities.get(scenario) ?? null;

  test('is told for every scenario of a database that has one, also where only traffic is another', () => {
    const [base, head] = [busy(6, 2000), busy(6, 3000)];
    expect(of(base, 'steady')).toBeLessThan(of(head, 'steady') as number);
    expect(changes(base, head).overcommit).toEqual(
      ['steady', 'deploy'].map((scenario) => ({
        database: 'main',
        scenario,
        base: of(base, scenario),
        head: of(head, scenario),
      })),
    );
  });

  test('is none where the worst case stays within usable', () => {
    const [base, head] = [busy(4, 2000), busy(6, 2000)];
    expect(changes(base, head).overcommit).toContainEqual({
      database: 'main',
      scenario: 'steady',
      base: null,
      head: of(head, 'steady'),
    });
  });

  test('of a scenario that only one file shows is that of the scenario it is equal to in the other', () => {
    const [base, head] = [busy(6, 2000), busy(6, 2000, 'scenarios: { sale: { nodes: { web: 8 } } }')];
    expect(changes(base, head).overcommit).toContainEqual({
      database: 'main',
      scenario: 'sale',
      base: of(base, 'steady'),
      head: of(head, 'sale'),
    });
  });

  test('is the one afterwards where there was no file', () => {
    const head = planned(busy(6, 2000));
    expect(changesBetween(null, head)).toMatchObject({ causes: [], movements: [] });
    expect(changesBetween(null, head).overcommit).toContainEqual({
      database: 'main',
      scenario: 'steady',
      base: null,
      head: of(busy(6, 2000), 'steady'),
    });
  });
});
