import type { Provider, ProviderPlan } from '../../../catalog/types.ts';
import { plural } from '../../../words/figures.ts';
import { bytes } from '../../../words/units.ts';
import { type CatalogEntry, type Fact, type Sheet, withNote } from './sheet.ts';

/** `Amazon RDS for PostgreSQL: 31 plans`. */
export const providerEntry = ({ id, name, plans }: Provider): CatalogEntry => [
  id,
  `${name}: ${plans.length === 0 ? 'publishes no figures' : plural(plans.length, 'plan')}`,
];

/** The plans of a provider, what it keeps for itself, and its pooler. */
export const providerSheet = (provider: Provider): Sheet => ({
  title: `${provider.name} (${provider.engine})`,
  usage: provider.plans.length === 0 ? 'max_connections: what its console shows' : `plan: ${provider.id}/PLAN`,
  parts: [
    { heading: 'Plans', facts: provider.plans.map(plan) },
    { heading: 'Reserved by the provider', facts: reserve(provider) },
    { heading: 'Its pooler', facts: pooler(provider) },
    { heading: 'Notes', facts: provider.notes.map((note) => ({ text: note.text, evidence: note })) },
  ],
});

function plan(each: ProviderPlan): Fact {
  const { name, maxConnections, settableUpTo, memoryBytes, cores, poolerClients, note } = each;
  const figures = [
    `max_connections ${maxConnections}`,
    settableUpTo === undefined ? [] : `settable up to ${settableUpTo}`,
    memoryBytes === undefined ? [] : bytes(memoryBytes),
    cores === undefined ? [] : plural(cores, 'core'),
    poolerClients === undefined ? [] : `pooler takes ${plural(poolerClients, 'client')}`,
  ];
  return { label: name, text: withNote(figures.flat().join(', '), note), evidence: each };
}

function reserve({ reserve }: Provider): Fact[] {
  if (reserve === undefined) return [];
  const scope = reserve.includesEngine ? ["the engine's own reservations included"] : [];
  const text = withNote([String(reserve.default ?? 'unknown'), ...scope].join(', '), reserve.note);
  return [{ label: reserve.key, text, evidence: reserve }];
}

function pooler({ pooler }: Provider): Fact[] {
  if (pooler === undefined) return [];
  return [{ text: withNote(pooler.product ?? 'none', pooler.note), evidence: pooler }];
}
