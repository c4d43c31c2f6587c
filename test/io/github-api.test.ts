import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Api, ApiError, add, change, list, viewer } from '../../src/io/github-api.ts';
import { author, comment, type StandIn, standIn, token } from '../action/api.ts';

const path = '/repos/owner/shop/issues/7/comments';
let server: StandIn;
let api: Api;

beforeEach(async () => {
  server = await standIn({ pageSize: 2 });
  api = { rest: server.url, graphql: `${server.url}/graphql`, token };
});

afterEach(() => server.close());

/** What went wrong, in words. */
const refusal = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'nothing went wrong',
    (error) => (error instanceof ApiError ? error.message : `${error}`),
  );

describe("GitHub's API", () => {
  test('says whose the token is', async () => {
    expect(await viewer(api)).toBe(author);
  });

  test('gives a list page by page', async () => {
    for (const body of ['a', 'b', 'c', 'd', 'e']) server.comments.push(comment(server.comments, 'somebody', body));
    expect(await list(api, path)).toEqual(server.comments);
    expect(server.requests).toHaveLength(3);
  });

  test('adds and changes', async () => {
    await add(api, path, { body: 'first' });
    await change(api, '/repos/owner/shop/issues/comments/100', { body: 'second' });
    expect(server.comments).toEqual([{ id: 100, body: 'second', user: { login: author } }]);
  });

  test('is asked again after a moment where it fails, three times at most', async () => {
    server.refuse('GET', 503, 2);
    expect(await list(api, path)).toEqual([]);
    server.refuse('GET', 502);
    expect(await refusal(list(api, path))).toBe('HTTP 502: Resource not accessible by integration');
    expect(server.requests).toHaveLength(6);
  });

  test('is told to add once, as it may have done so though it failed', async () => {
    server.refuse('POST', 502);
    expect(await refusal(add(api, path, { body: 'first' }))).toMatch(/^HTTP 502/);
    expect(server.requests).toHaveLength(1);
  });

  test('is not asked again where it refuses', async () => {
    server.refuse('GET', 403);
    expect(await refusal(list(api, path))).toBe('HTTP 403: Resource not accessible by integration');
    expect(server.requests).toHaveLength(1);
  });

  test('may be out of reach', async () => {
    await server.close();
    expect(await refusal(add(api, path, { body: 'first' }))).toBe('no answer (ECONNREFUSED)');
  });

  test('never makes the token public', async () => {
    const broken = `${token}\n${token}`;
    expect(await refusal(add({ ...api, token: broken }, path, {}))).toBe('no answer (TypeError)');
  });
});
