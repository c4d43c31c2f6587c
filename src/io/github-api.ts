import { setTimeout } from 'node:timers/promises';

/** GitHub's API, and who asks it. */
export interface Api {
  /** Such as `https://api.github.com`. */
  readonly rest: string;
  /** Such as `https://api.github.com/graphql`. */
  readonly graphql: string;
  readonly token: string;
}

/** GitHub refused, or could not be reached. The message says what it said, and never the token. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** Of HTTP; null where there was no answer. */
  readonly status: number | null;

  constructor(message: string, status: number | null) {
    super(message);
    this.status = status;
  }
}

/** Milliseconds: for one answer, and before each new try. */
const patience = 10_000;
const pauses = [1000, 3000];
const longestPause = 10_000;

/** No pull request has more comments that anybody reads. */
const mostPages = 50;

type Method = 'GET' | 'POST' | 'PATCH';

/** The login of the token's own user or bot, as comments name their author. Throws ApiError. */
export async function viewer(api: Api): Promise<string> {
  const { json } = await ask(api, 'POST', api.graphql, { query: '{ viewer { login } }' }, true);
  const login = (json as { data?: { viewer?: { login?: unknown } } }).data?.viewer?.login;
  if (typeof login !== 'string') throw new ApiError('it does not say whose the token is', null);
  return login;
}

/** Everything a list has, page by page. `path`: below the API's root, such as `/repos/o/r/issues/1/comments`. Throws ApiError. */
export async function list(api: Api, path: string): Promise<unknown[]> {
  const items: unknown[] = [];
  let url: string | null = `${api.rest}${path}?per_page=100`;
  for (let page = 0; url !== null && page < mostPages; page += 1) {
    const { json, link } = await ask(api, 'GET', url, null, true);
    if (!Array.isArray(json)) throw new ApiError(`${path} is no list`, null);
    items.push(...json);
    url = nextPage(api, link);
  }
  return items;
}

/** Changes what is at a path. Throws ApiError. */
export async function change(api: Api, path: string, body: object): Promise<void> {
  await ask(api, 'PATCH', `${api.rest}${path}`, body, true);
}

/** Adds to a list. It is tried once: where the answer gets lost, a second try might add it twice. Throws ApiError. */
export async function add(api: Api, path: string, body: object): Promise<void> {
  await ask(api, 'POST', `${api.rest}${path}`, body, false);
}

/** The address of the next page, which gets the token only where the API is. */
function nextPage({ rest }: Api, link: string): string | null {
  const [, url = null] = /<([^>]*)>[^,]*;\s*rel="?next"?/.exec(link) ?? [];
  return url !== null && URL.canParse(url) && new URL(url).origin === new URL(rest).origin ? url : null;
}

interface ApiAnswer {
  readonly json: unknown;
  /** The header that names the other pages. */
  readonly link: string;
}

async function ask(
  api: Api,
  method: Method,
  url: string,
  body: object | null,
  isRepeatable: boolean,
): Promise<ApiAnswer> {
  for (let attempt = 0; ; attempt += 1) {
    const response = await send(api, method, url, body);
    if (!('reason' in response) && response.ok) {
      return { json: await read(response), link: response.headers.get('link') ?? '' };
    }
    const pause = isRepeatable && isPassing(response) ? pauses[attempt] : undefined;
    if (pause === undefined) throw await refusal(response);
    await setTimeout(pauseBefore(response, pause));
  }
}

/** There was no answer. */
interface Silence {
  /** What kind of failure it was; a message may quote the headers, and with them the token. */
  readonly reason: string;
}

async function send({ token }: Api, method: Method, url: string, body: object | null): Promise<Response | Silence> {
  const headers = {
    Accept: 'application/vnd.github+json',
    Authorization: `Bearer ${token}`,
    'Content-Type': 'application/json',
    'User-Agent': 'connbudget',
    'X-GitHub-Api-Version': '2022-11-28',
  };
  const signal = AbortSignal.timeout(patience);
  try {
    return await fetch(url, { method, headers, signal, ...(body && { body: JSON.stringify(body) }) });
  } catch (error) {
    const { name, cause } = error as Error;
    return { reason: (cause as NodeJS.ErrnoException | undefined)?.code ?? name };
  }
}

/** True for what may be over in a moment. */
const isPassing = (response: Response | Silence): boolean => 'reason' in response || response.status >= 500;

/** Milliseconds: what the answer asks for, within bounds. */
function pauseBefore(response: Response | Silence, usual: number): number {
  const asked = 'reason' in response ? null : response.headers.get('retry-after');
  const seconds = Number(asked ?? Number.NaN);
  return seconds >= 0 ? Math.min(seconds * 1000, longestPause) : usual;
}

async function refusal(response: Response | Silence): Promise<ApiError> {
  if ('reason' in response) return new ApiError(`no answer (${response.reason})`, null);
  const { message } = (await read(response)) as { readonly message?: unknown };
  const said = typeof message === 'string' ? `: ${message}` : '';
  return new ApiError(`HTTP ${response.status}${said}`, response.status);
}

/** The JSON of an answer; {} where there is none. */
async function read(response: Response): Promise<object> {
  try {
    return Object(JSON.parse(await response.text()));
  } catch {
    return {};
  }
}
