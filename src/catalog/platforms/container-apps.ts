import { from } from '../evidence.ts';
import type { Platform } from './types.ts';

const docs = from('documentation', 'https://learn.microsoft.com/azure/container-apps/revisions');

/** Azure Container Apps. */
export const containerApps: Platform = {
  id: 'container-apps',
  name: 'Azure Container Apps',
  strategies: [
    {
      ...docs,
      id: 'single_revision',
      aliases: ['single', 'rolling', 'blue_green'],
      name: 'single revision mode',
      parameters: [],
      overlap: { kind: 'full_set' },
      peakCounted: '2 x R: the new revision reaches the size of the old one before traffic moves',
      peakAlive: '2 x R',
      notes: [],
    },
    {
      ...docs,
      id: 'multiple_revisions',
      aliases: ['multiple'],
      name: 'multiple revision mode',
      parameters: [
        {
          ...docs,
          key: 'active_revisions',
          value: 'factor',
          default: 2,
          range: [1, 1000],
          note: 'Every revision runs until somebody deactivates it; the default here is the old one and the new one.',
        },
      ],
      overlap: { kind: 'factor', factor: 'active_revisions' },
      peakCounted: 'R x active_revisions',
      peakAlive: 'R x active_revisions',
      notes: [],
    },
  ],
};
