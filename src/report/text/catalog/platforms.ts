import type { Platform, PlatformParameter, PlatformStrategy } from '../../../catalog/types.ts';
import { type CatalogEntry, type Fact, type Sheet, withNote } from './sheet.ts';

/** `Kubernetes Deployment: rolling, recreate`. */
export const platformEntry = ({ id, name, strategies }: Platform): CatalogEntry => [
  id,
  `${name}: ${strategies.map((strategy) => strategy.id).join(', ')}`,
];

/** Strategies of a platform: parameters, and how many nodes are alive at the peak. */
export const platformSheet = ({ id, name, node, strategies, strategyRequired }: Platform): Sheet => ({
  title: name,
  usage: `deploy: { platform: ${id}${strategyRequired ? ', strategy: STRATEGY' : ''} }`,
  parts: [
    { heading: 'A node is', facts: node === undefined ? [] : [{ text: node }] },
    ...strategies.map((strategy) => ({ heading: `${strategy.id}: ${strategy.name}`, facts: strategyFacts(strategy) })),
  ],
});

const strategyFacts = (strategy: PlatformStrategy): Fact[] => [
  { label: 'at the peak', text: strategy.peakCounted, evidence: strategy },
  { label: 'with draining nodes', text: strategy.peakAlive },
  ...strategy.parameters.map(parameter),
  ...strategy.notes.map((note) => ({ text: note.text, evidence: note })),
];

function parameter(each: PlatformParameter): Fact {
  const value = typeof each.value === 'string' ? each.value : each.value.join(' or ');
  const default_ = each.required ? 'required' : `default ${each.default ?? each.defaultsTo ?? 'none'}`;
  const rounding = each.round === undefined ? [] : `rounded ${each.round}`;
  return { label: each.key, text: withNote([value, default_, rounding].flat().join('; '), each.note), evidence: each };
}
