import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Comment, type CommentText, keyOf, stepFor } from '../../src/action/comment.ts';

const author = 'github-actions[bot]';
const statement = { key: 'topology.yml', markdown: '<!-- connbudget 1a -->\n### fails\n', isNews: true };
const mark = '<!-- connbudget for topology.yml -->\n';
const own: Comment = { id: 5, author, body: `${mark}${statement.markdown}` };

/** What is told where these comments are there already. */
const told = (comments: readonly Comment[], changes: Partial<CommentText> = {}) =>
  stepFor(comments, author, { ...statement, ...changes });

describe('the comment of a pull request', () => {
  test('is written when there is news', () => {
    expect(told([])).toEqual({ kind: 'create', body: own.body });
    expect(told([], { isNews: false })).toEqual({ kind: 'nothing' });
  });

  test('stays as long as its numbers are the same', () => {
    expect(told([own], { markdown: '<!-- connbudget 1a -->\n### fails, in other words\n' })).toEqual({
      kind: 'nothing',
    });
    expect(told([{ ...own, body: own.body.replaceAll('\n', '\r\n') }])).toEqual({ kind: 'nothing' });
  });

  test.each([true, false])('is brought up to date when they change, for better or worse (news: %s)', (isNews) => {
    const markdown = '<!-- connbudget 2b -->\n### passes\n';
    expect(told([own], { markdown, isNews })).toEqual({ kind: 'update', id: 5, body: `${mark}${markdown}` });
  });

  test("is never somebody else's", () => {
    const foreign = { ...own, author: 'somebody' };
    const quoted = { ...own, body: `> ${own.body}` };
    const ofOtherFiles = { ...own, body: own.body.replace('topology.yml', 'other.yml') };
    expect(told([foreign, quoted, ofOtherFiles])).toEqual({ kind: 'create', body: own.body });
  });

  test('is the first where there are several by accident', () => {
    const markdown = '<!-- connbudget 2b -->\n';
    expect(told([own, { ...own, id: 6 }], { markdown })).toMatchObject({ kind: 'update', id: 5 });
  });
});

describe('the key of files', () => {
  test('can be read', () => {
    expect(keyOf(['services/*.yml', 'b-c.yml', 'services/*.yml'])).toBe('b%2Dc.yml services/*.yml');
  });

  test('stays inside an HTML comment, and is the same for the same files alone', () => {
    const names = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 99 }), {
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(fc.property(names, (files) => expect(keyOf(files)).toMatch(/^[^-<>\n]{0,500}$/)));
    const same = (a: string[], b: string[]) => String([...new Set(a)].sort()) === String([...new Set(b)].sort());
    const few = fc.array(fc.constantFrom('a', 'b', 'a b', '-', '%2D', 'a/b'), { minLength: 1, maxLength: 3 });
    fc.assert(fc.property(few, few, (a, b) => expect(keyOf(a) === keyOf(b)).toBe(same(a, b))));
  });
});
