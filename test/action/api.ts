import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A comment as GitHub keeps it. */
export interface Kept {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string };
}

/** A stand-in for GitHub's API: the comments of one pull request, and everything that was asked. */
export interface StandIn {
  readonly url: string;
  readonly comments: Kept[];
  /** Method and path of every request, in order. */
  readonly requests: string[];
  /** Answers with this in place of what is asked for, for requests that begin so. */
  refuse(request: string, status: number, times?: number): void;
  close(): Promise<void>;
}

export const token = 'ghs_the-token-that-nobody-shall-see';
export const author = 'github-actions[bot]';
const comments = '/repos/owner/shop/issues/7/comments';

/** Starts it. It gives `pageSize` comments at a time, whatever it is asked for, and knows one token. */
export async function standIn({ pageSize = 100 } = {}): Promise<StandIn> {
  const kept: Kept[] = [];
  const requests: string[] = [];
  const refusals: { request: string; status: number; times: number }[] = [];

  const answer = (
    request: string,
    url: URL,
    body: { body: string },
  ): [status: number, json: unknown, link?: string] => {
    const refusal = refusals.find((each) => request.startsWith(each.request) && each.times > 0);
    if (refusal) {
      refusal.times -= 1;
      return [refusal.status, { message: 'Resource not accessible by integration' }];
    }
    if (request === 'POST /graphql') return [200, { data: { viewer: { login: author } } }];
    if (request === `GET ${comments}`) return page(url);
    if (request === `POST ${comments}`) return [201, kept[kept.push(comment(kept, author, body.body)) - 1]];
    const edited = kept.find(({ id }) => request === `PATCH /repos/owner/shop/issues/comments/${id}`);
    return edited ? [200, Object.assign(edited, body)] : [404, { message: 'Not Found' }];
  };

  const page = (url: URL): [number, unknown, string?] => {
    const number = Number(url.searchParams.get('page') ?? 1);
    const items = kept.slice((number - 1) * pageSize, number * pageSize);
    const next = new URL(`?page=${number + 1}`, url);
    return [200, items, number * pageSize < kept.length ? `<${next}>; rel="next", <${url}>; rel="last"` : ''];
  };

  const server = createServer(async (incoming, response) => {
    const url = new URL(incoming.url ?? '', `http://${incoming.headers.host}`);
    const request = `${incoming.method} ${url.pathname}`;
    requests.push(request);
    const isKnown = incoming.headers.authorization === `Bearer ${token}`;
    const [status, json, link = ''] = isKnown ? answer(request, url, await read(incoming)) : [401, {}];
    response.writeHead(status, { link, 'retry-after': '0' }).end(JSON.stringify(json));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    comments: kept,
    requests,
    refuse: (request, status, times = Infinity) => void refusals.push({ request, status, times }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A comment with the next free id. */
export const comment = (kept: readonly Kept[], login: string, body: string): Kept => ({
  id: 100 + kept.length,
  body,
  user: { login },
});

async function read(incoming: IncomingMessage): Promise<{ body: string }> {
  let text = '';
  for await (const chunk of incoming) text += chunk;
  return text === '' ? { body: '' } : JSON.parse(text);
}
