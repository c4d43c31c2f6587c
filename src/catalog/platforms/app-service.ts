import { from } from '../evidence.ts';
import type { Platform } from './types.ts';

const docs = from('documentation', 'https://learn.microsoft.com/azure/app-service/deploy-staging-slots');

/** Azure App Service. */
export const appService: Platform = {
  id: 'app-service',
  name: 'Azure App Service',
  strategies: [
    {
      ...docs,
      id: 'blue_green',
      aliases: ['slots', 'swap'],
      name: 'deployment slots and swap',
      parameters: [],
      overlap: { kind: 'full_set' },
      peakCounted: '2 x R: production and staging slot, all instances warmed up before the swap',
      peakAlive: '2 x R, for good where the slot is not stopped after the swap',
      notes: [],
    },
  ],
};
