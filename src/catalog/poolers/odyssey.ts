import { from } from '../evidence.ts';
import { breaks, sessionState } from './session-state.ts';
import type { PoolerKind } from './types.ts';

const rules = from('documentation', 'yandex/odyssey: docs/configuration/rules.md');
const inferred = from('inferred', ...rules.sources);

/** Odyssey, documentation of August 2026. */
export const odyssey: PoolerKind = {
  id: 'odyssey',
  name: 'Odyssey',
  engines: ['postgres'],
  counting: 'pairs',
  worstCase:
    'per instance: pool_size of every route (database, user), added up; with 0, the default, there is no bound',
  per: 'process',
  modes: ['session', 'transaction', 'statement'],
  defaultMode: null,
  ...rules,
  parameters: [
    {
      key: 'pool_size',
      role: 'pool_size',
      default: 'unlimited',
      unlimitedAt: 0,
      note: 'for each route; with the default the number of clients is the only bound',
      ...rules,
    },
    { key: 'min_pool_size', role: 'min_pool_size', default: 0, ...rules },
    {
      key: 'client_max',
      role: 'client_limit',
      default: 'unlimited',
      unlimitedAt: 0,
      note: 'a limit of each route: give the sum over the routes',
      ...rules,
    },
    {
      key: 'pool_reserve_prepared_statement',
      role: 'prepared_statements',
      default: 0,
      note: '1 stands for yes, 0 for no',
      ...rules,
    },
  ],
  breaks: [
    ...breaks(
      sessionState.filter((feature) => feature !== 'listen'),
      ['transaction', 'statement'],
      inferred,
    ),
    {
      feature: 'listen',
      modes: ['transaction', 'statement'],
      effect: 'breaks',
      note: 'pool_pin_on_listen (off by default) lets the client keep its server connection instead',
      ...rules,
    },
    {
      feature: 'protocol_prepared_statements',
      modes: ['transaction', 'statement'],
      effect: 'breaks',
      survives: { parameter: 'pool_reserve_prepared_statement', since: null, defaultSince: null },
      ...rules,
    },
    { feature: 'transactions', modes: ['statement'], effect: 'breaks', ...inferred },
  ],
  errors: [],
  notes: [
    { text: 'Every route has to say which mode it pools in: there is no default.', ...rules },
    {
      text: 'Since 1.5.1 a shared_pool can hold several routes under one cap.',
      ...from('documentation', 'yandex/odyssey: docs/features/shared-pools.md'),
    },
    {
      text: 'A server connection is opened as soon as a client connects (reserve_session_server_connection).',
      ...rules,
    },
    { text: 'Idle server connections stay open: pool_ttl is 0 by default.', ...rules },
  ],
};
