import { afterEach, describe, expect, test } from '@jest/globals';
import { explainFailure } from '../../src/cli/failures/failure.ts';
import { FileError } from '../../src/io/file-error.ts';

const help = 'connbudget plan --help';
const { DEBUG } = process.env;

afterEach(() => {
  if (DEBUG === undefined) delete process.env.DEBUG;
  else process.env.DEBUG = DEBUG;
});

describe('a bug', () => {
  const bug = new TypeError('x is not a function\nat once');

  test('says that it is one, and shows no stack', () => {
    delete process.env.DEBUG;
    expect(explainFailure(bug, help)).toBe(
      [
        'connbudget: a bug in connbudget, not in your file: x is not a function\\nat once',
        'Please report it, with the command line and the file. DEBUG=1 shows where it happened.',
        '',
      ].join('\n'),
    );
  });

  test('shows its stack when DEBUG is set', () => {
    process.env.DEBUG = '1';
    expect(explainFailure(bug, help)).toContain('failure.test.ts:');
  });

  test.each([undefined, null, 'a text', { message: 'an object' }])('may be thrown as anything: %p', (thrown) => {
    expect(explainFailure(thrown, help)).toMatch(/^connbudget: a bug in connbudget/);
  });
});

test('text from outside cannot act on the terminal', () => {
  const text = explainFailure(new FileError('cannot read \u001b[2J\r::error::'), help);
  expect(text).toBe('connbudget: cannot read \\x1b[2J\\r:\\x3aerror::\n');
});
