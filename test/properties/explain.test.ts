import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { perNodeOf, times } from '../../src/budget/demand/flows.ts';
import { deriveDatabase, derivePooler, deriveService } from '../../src/budget/derivation/index.ts';
import type { DatabaseDerivation, Derivation } from '../../src/budget/derivation/types.ts';
import { worstCases } from '../../src/budget/index.ts';
import { InputError } from '../../src/findings/types.ts';
import { explanationOf } from '../../src/report/text/explain/index.ts';
import { renderExplanation } from '../../src/report/text/explain/render.ts';
import type { Explanation, StatedNumber, Statement } from '../../src/report/text/explain/statement.ts';
import { parseTopology, type Topology } from '../../src/topology/index.ts';
import { parseDuration, parseRatio } from '../../src/topology/units.ts';
import { allOf, equationsIn, isFigure, placesIn, underived } from '../report/explain/equations.ts';
import { fullFiles } from '../report/explain/files.ts';
import { topologyFiles } from '../rules/topology-files.ts';

interface Case {
  readonly text: string;
  readonly topology: Topology;
  readonly derivation: Derivation;
  readonly explanation: Explanation;
}

const files = fc.oneof({ weight: 3, arbitrary: fullFiles }, { weight: 1, arbitrary: topologyFiles });

/** Without children there is nothing to tell the pools of one from. */
const noChildren = JSON.stringify({
  database: { max_connections: 100 },
  poolers: { pool: { kind: 'pgpool', num_init_children: 0, max_pool: 3 } },
  services: { web: { nodes: 2, pool: 5, to: 'pool' } },
});
const runs = { numRuns: 60, examples: [[noChildren] as [string]] };

function parsed(text: string): Topology | null {
  try {
    return parseTopology(text, 'topology.yml');
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** Everything that can be explained of a file, in every scenario. */
function casesOf(text: string): Case[] {
  const topology = parsed(text);
  if (topology === null) return [];
  const worsts = worstCases(topology);
  const scenarios = [
    null,
    ...new Set([...worsts.databases, ...worsts.poolers].flatMap((each) => each.scenarios.map(({ name }) => name))),
  ];
  const derivations = scenarios.flatMap((scenario) => [
    ...topology.databases.map(({ name }) => deriveDatabase(topology, worsts, name, scenario)),
    ...topology.poolers.map(({ name }) => derivePooler(topology, worsts, name, scenario)),
    ...topology.services.map(({ name }) => deriveService(topology, worsts, name, scenario)),
  ]);
  return derivations.map((derivation) => ({
    text,
    topology,
    derivation,
    explanation: explanationOf(topology, derivation),
  }));
}

const holds = (check: (given: Case) => void) =>
  fc.assert(
    fc.property(files, (text) => casesOf(text).forEach(check)),
    runs,
  );

const wide = (explanation: Explanation) => renderExplanation(explanation, { color: false, width: 1e6 });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const addendsOf = (statements: readonly Statement[]) => statements.flatMap(({ addend }) => (addend ? [addend] : []));

describe('an explanation', () => {
  test('prints equations that hold', () => {
    let count = 0;
    holds(({ explanation }) => {
      const lines = wide(explanation).split('\n').slice(1);
      for (const { line, left, right } of equationsIn(lines, placesIn(explanation.statements))) {
        count++;
        if (left !== right) throw new Error(`${right} is not ${left}: ${line}`);
      }
    });
    expect(count).toBeGreaterThan(2_000);
  });

  test('places every number of an equation, or derives it near by', () => {
    holds(({ explanation }) => expect(underived(explanation.statements)).toEqual([]));
  });

  test('names places that hold the number', () => {
    holds(({ text, explanation }) => {
      const lines = text.split('\n');
      for (const figure of allOf(explanation.statements).flatMap(({ says }) => says.filter(isFigure))) {
        if (figure.from?.kind !== 'given') continue;
        const { line, column } = figure.from.location;
        const written = (lines[line - 1] ?? '').slice(column - 1);
        if (!isWritten(figure, written))
          throw new Error(`${JSON.stringify(figure)} is not what stands there: ${written}`);
      }
    });
  });

  test('of a database adds up to its total, addend by addend', () => {
    holds(({ derivation, explanation }) => {
      if (derivation.kind !== 'database') return;
      const addends = addendsOf(explanation.statements);
      expect(sum(addends.map(({ amount }) => amount))).toBe(derivation.scenario.connections);
      expect(addends).toEqual(breakdownOf(derivation));
      for (const { limit, worst, name } of derivation.limits) {
        const uses = [...derivation.scenario.roles, ...derivation.scenario.logicalDatabases];
        expect(uses).toContainEqual({ name, limit, connections: worst.connections });
      }
    });
  });

  test('of a pooler adds up to its clients and its server connections', () => {
    holds(({ derivation, topology }) => {
      if (derivation.kind !== 'pooler') return;
      const { clients, servers, scenario, accepting } = derivation;
      expect(sum(clients.clients.map(({ connections }) => connections))).toBe(scenario.clients);
      expect(servers.flow.connections).toBe(scenario.serverConnections);
      expect(servers.flow.processes).toBe(scenario.processes);
      expect(sum([...servers.shares.map(({ connections }) => connections), servers.kept])).toBe(
        scenario.serverConnections,
      );
      const pooler = topology.poolers.find(({ name }) => name === derivation.name);
      expect(times(accepting.processes, pooler?.maxClientConn ?? 0)).toBe(scenario.clientLimit);
    });
  });

  test('of a service is what one node opens', () => {
    holds(({ derivation, topology }) => {
      if (derivation.kind !== 'service') return;
      const service = topology.services.find(({ name }) => name === derivation.name);
      expect(derivation.opens.perNode).toBe(service && perNodeOf(service));
    });
  });

  test('fits the width, and says the same in colour and in any width', () => {
    const words = (text: string) => stripVTControlCharacters(text).split(/\s+/).join(' ');
    holds(({ explanation }) => {
      const narrow = renderExplanation(explanation, { color: false, width: 80 });
      expect(Math.max(...narrow.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
      expect(stripVTControlCharacters(renderExplanation(explanation, { color: true, width: 80 }))).toBe(narrow);
      expect(words(narrow)).toBe(words(wide(explanation)));
    });
  });
});

/** The addends of the budget, one a service or pooler that the connections come through. */
function breakdownOf({ scenario }: DatabaseDerivation) {
  const amounts = new Map<string, number>();
  for (const { source, via, connections } of scenario.breakdown) {
    const name = via ?? source.replace(/^other_clients\./, '').replace(/\.extra$/, '');
    if (connections > 0) amounts.set(name, (amounts.get(name) ?? 0) + connections);
  }
  return [...amounts].map(([name, amount]) => ({ name, amount }));
}

/** Whether a number stands at the beginning of a text, in any of the forms that a file may give it. */
function isWritten({ value, unit }: StatedNumber, text: string): boolean {
  const [written = ''] = /^"?[\w.%]+/.exec(text) ?? [];
  const word = written.replace('"', '');
  if (value === Infinity) return word === 'unlimited' || word === '0';
  if (unit === 's') return (parseDuration(word) ?? Number(word)) === value;
  const ratio = parseRatio(word);
  if (ratio === null) return false;
  const share = ratio.numerator / ratio.denominator;
  const percent = unit === '%' && word.endsWith('%') ? share * 100 : share;
  return Math.abs(percent - value) < 1e-6;
}
