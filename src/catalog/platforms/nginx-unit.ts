import { from } from '../evidence.ts';
import { processesAsNodes } from './in-host.ts';
import type { Platform } from './types.ts';

const configuration = from('inferred', 'https://unit.nginx.org/configuration/#process-management');

/** NGINX Unit. */
export const nginxUnit: Platform = {
  id: 'nginx-unit',
  name: 'NGINX Unit',
  node: processesAsNodes,
  strategies: [
    {
      ...configuration,
      id: 'restart',
      aliases: ['rolling'],
      name: 'application restart by the control API',
      parameters: [],
      overlap: { kind: 'full_set' },
      peakCounted: '2 x processes',
      peakAlive: '2 x processes while old requests finish',
      notes: [{ ...configuration, text: 'Unsupported since 2025.' }],
    },
  ],
};
