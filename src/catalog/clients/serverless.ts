import { from } from '../evidence.ts';
import { clientsIn } from './table.ts';

/** Functions: a node is a concurrent sandbox. */
export const serverless = clientsIn('any', [
  {
    id: 'aws-lambda',
    name: 'AWS Lambda',
    kind: 'runtime',
    runtime: [{ versions: null, processes: 1, threads: 1, note: 'a node is an execution environment' }],
    scope: 'pool object',
    settings: ['reserved concurrency of the function', 'concurrency quota of the account (1000 in each region)'],
    hazards: [
      'A frozen environment keeps its connections between requests.',
      'A pool of more than 1 is waste, since an environment works on a single request.',
    ],
    notes: ['Nodes: the reserved concurrency, at most the quota of the account.'],
    ...from('inferred', 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html'),
  },
]);
