import { describe, expect, test } from '@jest/globals';
import { baseOf, eventOf, isCheckedOut } from '../../src/action/event.ts';

const pull = eventOf('{ "pull_request": { "number": 7, "base": { "sha": "old" }, "head": { "sha": "tip" } } }');
const group = eventOf('{ "merge_group": { "base_sha": "queue" } }');
const push = eventOf('{ "before": "a", "after": "b" }');
const merge = { commit: 'm', parents: ['main', 'tip'] };

describe('the base', () => {
  test('of a pull request is what the merge that is checked out goes onto', () => {
    expect(baseOf(pull, merge)).toBe('main');
  });

  test.each([
    ['its own last commit is checked out', { commit: 'tip', parents: ['main'] }],
    ['another merge is checked out', { commit: 'x', parents: ['main', 'other'] }],
    ['its last commit is a merge of its own', { commit: 'tip', parents: ['before', 'main'] }],
    ['git knows of nothing', null],
  ])('of a pull request is what the event says where %s', (_, head) => {
    expect(baseOf(pull, head)).toBe('old');
  });

  test('of a merge group is what the queue puts it onto, and a push has none', () => {
    expect([baseOf(group, merge), baseOf(push, merge)]).toEqual(['queue', null]);
  });
});

test.each([
  [{ commit: 'tip', parents: ['x'] }, true],
  [merge, true],
  [{ commit: 'main', parents: ['x', 'y'] }, false],
])('a pull request is checked out by its last commit or a merge of it: %j', (head, is) => {
  expect(pull.pullRequest && isCheckedOut(pull.pullRequest, head)).toBe(is);
});
