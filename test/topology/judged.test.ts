import { describe, expect, test } from '@jest/globals';
import { parseTopology } from '../../src/index.ts';

const read = (policy: string, web = 'to: main, traffic: { rate: 10/s, hold: 20ms }') =>
  parseTopology(
    `
    databases: { main: { max_connections: 100 }, other: { max_connections: 100 } }
    poolers: { bouncer: { to: other } }
    services: { web: { nodes: 4, pool: 20, ${web} } }
    policy: { ${policy} }
  `,
    'topology.yml',
  );

const judgedBy = (policy: string, web?: string) => read(policy, web).databases.map((each) => each.judgedBy);

describe('policy.overcommit_probability', () => {
  test.each([
    ['1e-6', 1e-6],
    ['0.000001', 1e-6],
    ['2.5E-12', 2.5e-12],
    ['0.999', 0.999],
    ['"1e-300"', 1e-300],
  ])('%s is read as it is', (written, expected) => {
    expect(read(`overcommit_probability: ${written}`).policy.overcommitProbability).toBe(expected);
  });

  test.each(['0', '1', '1e0', '-0.1', '2', '1e-400', '10%', 'never', '.5', '1e6', '0.1.2'])('%s is none', (written) => {
    expect(() => read(`overcommit_probability: ${written}`)).toThrow('policy.overcommit_probability cannot be');
  });

  test('is the measure of databases that some traffic leads to', () => {
    expect(judgedBy('overcommit_probability: 1e-6')).toEqual(['probability', 'worst_case']);
    const behind = 'to: bouncer, traffic: { rate: 10/s, hold: 20ms }';
    expect(judgedBy('overcommit_probability: 1e-6', behind)).toEqual(['worst_case', 'probability']);
    expect(judgedBy('overcommit_probability: 1e-6', 'to: main')).toEqual(['worst_case', 'worst_case']);
  });

  test('is none where there are too many connections to tell apart', () => {
    const huge = (most: number) =>
      parseTopology(
        `
        database: { max_connections: ${most} }
        services: { web: { nodes: 4, pool: 50000, traffic: { rate: 10/s, hold: 20ms } } }
        policy: { overcommit_probability: 1e-6 }
      `,
        'topology.yml',
      ).databases[0]?.judgedBy;
    expect([huge(100_000), huge(100_001)]).toEqual(['probability', 'worst_case']);
  });

  test('is none without itself, and holds beside an overcommit above 1', () => {
    expect(judgedBy('headroom: 0%')).toEqual(['worst_case', 'worst_case']);
    expect(judgedBy('overcommit_probability: 1e-6, overcommit: 1.01')).toEqual(['both', 'worst_case']);
    expect(judgedBy('overcommit_probability: 1e-6, overcommit: 1')).toEqual(['probability', 'worst_case']);
  });
});

describe('traffic.skew', () => {
  const skew = (value: string) =>
    read('', `to: main, traffic: { rate: 10/s, hold: 20ms, skew: ${value} }`).services[0]?.traffic?.skew;

  test('is 1 where nothing is said', () => {
    expect(read('').services[0]?.traffic?.skew).toBe(1);
    expect(skew('1.5')).toBe(1.5);
  });

  test.each(['0.9', '1001', '-1', 'hot'])('cannot be %s', (value) => {
    expect(() => skew(value)).toThrow('services.web.traffic.skew cannot be');
  });
});
