import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { columns, hang, pad, shorten, wrap } from '../../src/report/terminal/width.ts';

const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '語', 'é') });
const widths = fc.integer({ min: 2, max: 20 });

describe('text', () => {
  test.each([
    ['payments-service-eu-west-1-worker', 16, 'payments…-worker'],
    ['short', 16, 'short'],
    ['日本語日本語', 7, '日…語'],
    ['abc', 1, '…'],
  ])('shorten %s to %i', (text, width, expected) => {
    expect(shorten(text, width)).toBe(expected);
  });

  test('wrap breaks at spaces, and long words anywhere', () => {
    expect(wrap('four little words here', 11)).toEqual(['four little', 'words here']);
    expect(wrap('a superlongword b', 5)).toEqual(['a', 'super', 'longw', 'ord b']);
    expect(wrap('', 5)).toEqual(['']);
  });

  test('hang indents what follows the first line', () => {
    expect(hang('Why: ', 'one two three', 12)).toEqual(['Why: one two', '     three']);
  });

  test('pad fills up by columns', () => {
    expect([pad('日', 4), pad('7', 3, 'right')]).toEqual(['日  ', '  7']);
  });

  test('no line is wider than asked for, and no word is lost', () => {
    fc.assert(
      fc.property(words, widths, (text, width) => {
        const lines = wrap(text, width);
        expect(Math.max(...lines.map(columns))).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        expect(columns(shorten(text, width))).toBeLessThanOrEqual(Math.max(width, 1));
      }),
    );
  });
});
