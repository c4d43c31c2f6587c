import { expect, test } from '@jest/globals';
import { orderFindings } from '../../src/findings/order.ts';
import type { Severity } from '../../src/findings/types.ts';

const finding = (id: string, severity: Severity, path?: string, line = 1, column = 1) => ({
  id,
  severity,
  location: path === undefined ? null : { path, line, column },
});

test('errors come first, then the place decides, and equals keep their order', () => {
  const found = [
    finding('info', 'info', 'a.yml'),
    finding('nowhere', 'error'),
    finding('nowhere again', 'error'),
    finding('other file', 'error', 'b.yml', 1),
    finding('line 10', 'error', 'a.yml', 10),
    finding('line 9, column 5', 'error', 'a.yml', 9, 5),
    finding('line 9, column 3', 'error', 'a.yml', 9, 3),
    finding('line 9, column 3 again', 'error', 'a.yml', 9, 3),
    finding('warning', 'warning', 'a.yml'),
  ];
  expect(orderFindings(found).map(({ id }) => id)).toEqual([
    'line 9, column 3',
    'line 9, column 3 again',
    'line 9, column 5',
    'line 10',
    'other file',
    'nowhere',
    'nowhere again',
    'warning',
    'info',
  ]);
});
