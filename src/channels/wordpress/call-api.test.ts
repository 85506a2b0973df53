import { describe, expect, it } from 'vitest';
import type { FetchOptions, FetchProblem, FetchResponse, GuardedFetch } from '../../platform/fetch/index.ts';
import { silentLog } from '../../platform/log.ts';
import { err, ok } from '../../platform/result.ts';
import type { WordPressContext } from './call-api.ts';
import { wordpressChannel } from './channel.ts';

type Answered = {
  readonly status?: number;
  readonly json?: unknown;
  readonly headers?: Record<string, string>;
};

/** A site that answers as it is told, one answer after the other; the last one stays. */
const siteOf = (...answers: readonly (Answered | FetchProblem)[]) => {
  const asked: { url: URL; options: FetchOptions }[] = [];
  const request = async (url: string | URL, options: FetchOptions = {}) => {
    asked.push({ url: new URL(url), options });
    const answer = answers[Math.min(asked.length, answers.length) - 1] ?? {};
    if ('kind' in answer) return err(answer);
    const { status = 200, json = [], headers = {} } = answer;
    const body = typeof json === 'string' ? json : JSON.stringify(json);
    return ok({ status, headers: new Headers(headers), url: String(url), text: () => body } as FetchResponse);
  };
  const context: WordPressContext = {
    connectionId: 'prova',
    settings: { site: 'https://cantina.example/blog/', user: 'marta', keepAll: true },
    secrets: { password: 'abcd EFGH' },
    account: { nativeId: 'cantina.example/user/3' },
    http: { request } as unknown as GuardedFetch,
    clock: { now: () => new Date('2026-11-22T10:00:00Z') },
    log: silentLog,
    keepSecrets: async () => {},
  };
  return { context, asked };
};
const payload = { text: 'Grazie', post: 5, parent: 12 };
const send = (site: ReturnType<typeof siteOf>) =>
  wordpressChannel.send?.({ ...site.context, loadMedia: async () => new Uint8Array() }, payload, 'chiave');
const poll = (site: ReturnType<typeof siteOf>) =>
  wordpressChannel.receive.poll?.(site.context, null, { searches: [], wants: () => false });

it('a request goes to the site’s own folder by rest_route, with user and application password', async () => {
  const site = siteOf({ json: { id: 3 } });
  await wordpressChannel.check(site.context);
  const [first] = site.asked;
  expect(first?.url.pathname).toBe('/blog/');
  expect(first?.url.searchParams.get('rest_route')).toBe('/wp/v2/users/me');
  expect(first?.options.headers?.authorization).toBe(
    `Basic ${Buffer.from('marta:abcd EFGH').toString('base64')}`,
  );
});

describe('what goes wrong is told apart', () => {
  it.each([
    ['a revoked password', { status: 401, json: { code: 'rest_not_logged_in' } }, { kind: 'unauthorised' }],
    [
      'too much at once',
      { status: 429, headers: { 'retry-after': '120' } },
      { kind: 'rate-limited', retryAfterMs: 120_000 },
    ],
    ['a site without the API', { status: 404, json: '<html>' }, { kind: 'misconfigured', field: 'site' }],
    ['a page where JSON should be', { json: '<html>' }, { kind: 'misconfigured', field: 'site' }],
    ['something else than a list', { json: { a: 1 } }, { kind: 'bad-response' }],
    ['a site that is down', { status: 503 }, { kind: 'server-error' }],
    ['silence', { kind: 'timeout', stage: 'headers' } as unknown as FetchProblem, { kind: 'timeout' }],
  ])('%s', async (_, answer, expected) => {
    expect(await poll(siteOf(answer))).toMatchObject({ ok: false, error: expected });
  });
});

describe('an answer of which nobody knows whether it arrived', () => {
  it.each([
    ['a silence', { kind: 'timeout', stage: 'headers' } as unknown as FetchProblem, 'unknown'],
    ['an error of the site', { status: 500, json: { code: 'internal' } }, 'unknown'],
    ['a page where JSON should be', { json: '<html>' }, 'unknown'],
    ['no way there', { kind: 'dns', host: 'x', code: 'ENOTFOUND' } as FetchProblem, 'not-sent'],
    ['too much at once', { status: 429, json: { code: 'comment_flood' } }, 'not-sent'],
    ['comments closed', { status: 403, json: { code: 'rest_comment_closed' } }, 'rejected'],
  ])('after %s is %s', async (_, answer, state) => {
    expect(await send(siteOf(answer))).toMatchObject({ state });
  });

  it('said already is found again, and is not there when it is not', async () => {
    const duplicate = { status: 409, json: { code: 'comment_duplicate' } };
    const own = { id: 14, author: 3, status: 'approved', content: { rendered: '<p>Grazie</p>' }, link: '' };
    expect(await send(siteOf(duplicate, { json: [own] }))).toEqual({
      state: 'published',
      nativeId: 'comment:14',
    });
    expect(await send(siteOf(duplicate, { json: [] }))).toMatchObject({ state: 'rejected' });
    const early = new Date('2026-11-22T09:59:50Z');
    const settle = (site: ReturnType<typeof siteOf>, at: Date) =>
      wordpressChannel.settle?.(site.context, payload, 'chiave', at);
    expect(await settle(siteOf({ json: [] }), early)).toMatchObject({ state: 'unclear' });
    expect(await settle(siteOf({ json: [] }), new Date('2026-11-22T09:00:00Z'))).toEqual({ state: 'absent' });
    expect(await settle(siteOf({ status: 503 }), new Date('2026-11-22T09:00:00Z'))).toMatchObject({
      state: 'unclear',
    });
  });
});
