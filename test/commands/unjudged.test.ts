import { expect, test } from '@jest/globals';
import { toUnjudged } from '../../src/cli/failures/unjudged.ts';
import { InputError } from '../../src/findings/types.ts';
import { FileError } from '../../src/io/file-error.ts';

const path = 'topology.yml';
const whole = (message: string) => [{ message, hint: null, location: null }];

test.each<[what: string, error: unknown, problems: readonly object[]]>([
  ['a file that cannot be read', new FileError('cannot read it'), whole('cannot read it')],
  ['a bug', new TypeError('x is not'), whole('a bug in connbudget, not in your file: x is not')],
  ['a bug that throws anything', undefined, whole('a bug in connbudget, not in your file: undefined')],
  [
    'each mistake in it',
    new InputError([
      { location: { path, line: 2, column: 3 }, message: 'this', hint: 'do that' },
      { location: { path: '--set a=b', line: 1, column: 1 }, message: 'that', hint: null },
    ]),
    [
      { message: 'this', hint: 'do that', location: { path, line: 2, column: 3 } },
      { message: 'that', hint: null, location: { path: '--set a=b', line: 1, column: 1 } },
    ],
  ],
])('a report tells of %s', (_, error, problems) => {
  expect(toUnjudged({ path, error })).toEqual({ path, problems });
});
