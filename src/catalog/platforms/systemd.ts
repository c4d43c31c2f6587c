import { from } from '../evidence.ts';
import { processesAsNodes } from './in-host.ts';
import type { Platform } from './types.ts';

const manual = from('inferred', 'https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html');

/** systemd services. */
export const systemd: Platform = {
  id: 'systemd',
  name: 'systemd',
  node: processesAsNodes,
  strategies: [
    {
      ...manual,
      id: 'restart',
      aliases: ['recreate', 'socket_activation'],
      name: 'systemctl restart, with socket activation or without',
      parameters: [
        { ...manual, key: 'timeout_stop_sec', value: 'seconds', default: null, note: 'The most that stopping takes.' },
      ],
      overlap: { kind: 'in_place' },
      peakCounted: 'workers',
      peakAlive: 'workers: stop, then start; the socket keeps the clients waiting',
      notes: [],
    },
  ],
};
