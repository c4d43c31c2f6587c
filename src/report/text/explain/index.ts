import type { Account } from '../../../budget/derivation/types.ts';
import type { Topology } from '../../../topology/types.ts';
import { explainDatabase } from './database.ts';
import { explainPooler } from './pooler.ts';
import { explainService } from './service.ts';
import { because, type Explanation, say } from './statement.ts';

/**
 * An account in words, every number with its place in the file or the statement that derives it. `asked`: the scenario
 * that was asked for; where it is no other than the account's, that is said.
 */
export function explanationOf(topology: Topology, account: Account, asked: string | null = null): Explanation {
  const explanation = explain(topology, account);
  const { name } = account.scenario;
  if (asked === null || asked === name) return explanation;
  const same = because(say`For ${account.name}, ${asked} is the same as ${name}.`);
  return { ...explanation, statements: [same, ...explanation.statements] };
}

function explain(topology: Topology, account: Account): Explanation {
  switch (account.kind) {
    case 'database':
      return explainDatabase(topology, account);
    case 'pooler':
      return explainPooler(topology, account);
    case 'service':
      return explainService(topology, account);
  }
}
