import type { Derivation } from '../../../budget/derivation/types.ts';
import type { Topology } from '../../../topology/types.ts';
import { explainDatabase } from './database.ts';
import { explainPooler } from './pooler.ts';
import { explainService } from './service.ts';
import { because, type Explanation, say } from './statement.ts';

/**
 * A derivation in words, every number with its place in the file or the statement that derives it. `asked`: the scenario
 * that was asked for; where it is no other than the derivation's, that is said.
 */
export function explanationOf(topology: Topology, derivation: Derivation, asked: string | null = null): Explanation {
  const explanation = explain(topology, derivation);
  const { name } = derivation.scenario;
  if (asked === null || asked === name) return explanation;
  const same = because(say`For ${derivation.name}, ${asked} is the same as ${name}.`);
  return { ...explanation, statements: [same, ...explanation.statements] };
}

function explain(topology: Topology, derivation: Derivation): Explanation {
  switch (derivation.kind) {
    case 'database':
      return explainDatabase(topology, derivation);
    case 'pooler':
      return explainPooler(topology, derivation);
    case 'service':
      return explainService(topology, derivation);
  }
}
