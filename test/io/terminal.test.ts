import { describe, expect, test } from '@jest/globals';
import { screen } from '../../src/io/terminal.ts';

const terminal = { isTTY: true, columns: 120 } as NodeJS.WriteStream;
const pipe = {} as NodeJS.WriteStream;

describe('colour', () => {
  test.each<[stream: NodeJS.WriteStream, wanted: boolean | undefined, env: NodeJS.ProcessEnv, color: boolean]>([
    [terminal, undefined, {}, true],
    [pipe, undefined, {}, false],
    [terminal, undefined, { NO_COLOR: '1' }, false],
    [terminal, undefined, { NO_COLOR: '' }, true],
    [terminal, undefined, { TERM: 'dumb' }, false],
    [pipe, undefined, { FORCE_COLOR: '1' }, true],
    [terminal, undefined, { FORCE_COLOR: '0' }, false],
    [pipe, undefined, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    [terminal, false, { FORCE_COLOR: '1' }, false],
    [pipe, true, { NO_COLOR: '1' }, true],
  ])('case %#', (stream, wanted, env, color) => {
    expect(screen(stream, wanted, env).color).toBe(color);
  });
});

test('a stream that is no terminal is 80 columns wide', () => {
  expect([terminal, pipe].map((stream) => screen(stream).width)).toEqual([120, 80]);
});
