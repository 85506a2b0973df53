import type { ChannelContext, PushAnswer, PushRequest, PushVerdict } from '../contract.ts';
import { isOfSite, webAddress } from '../web/own-site.ts';
import { acceptPingback, isPingback } from './accept-pingback.ts';
import { acceptTrackback } from './accept-trackback.ts';
import { answerPage, isTakenBack, readAnswerPath } from './answer-page.ts';
import type { NoSecrets, WebmentionSettings } from './settings.ts';

type Context = ChannelContext<WebmentionSettings, NoSecrets>;

/**
 * https://www.w3.org/TR/webmention/#receiving-webmentions: the request is judged at once, the source read later; meanwhile a page tells how it
 * goes (3.2, 201 with Location). Pingbacks and trackbacks come to the same door. It also shows the answers that we gave, as pages that others may verify.
 */
export const acceptWebmention = (context: Context, request: PushRequest): PushVerdict => {
  const { method, path } = request;
  if (isPingback(request)) return acceptPingback(context, request);
  if (path === 'trackback') return acceptTrackback(context, request);
  if (path.startsWith('a/')) return { kind: 'answer', answer: showAnswer(context, request) };
  if (path !== '') return { kind: 'answer', answer: { status: 404 } };
  if (method !== 'POST') return { kind: 'answer', answer: { status: 405, headers: { allow: 'POST' } } };
  const told = readTold(request);
  if (!told) return refuse('source and target must be web addresses, sent as a form');
  if (told.source === told.target) return refuse('source and target are the same');
  if (!isOfSite(told.target, context.settings.site)) return refuse('target is not a page of ours');
  return {
    kind: 'keep',
    answer: { status: 201 },
    note: told,
    statusPage: true,
    asks: new URL(told.source).host,
  };
};

const refuse = (body: string): PushVerdict => ({ kind: 'answer', answer: { status: 400, body } });

const readTold = ({ headers, rawBody }: PushRequest) => {
  if (!/^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '')) return undefined;
  const form = new URLSearchParams(new TextDecoder().decode(rawBody));
  const source = webAddress(form.get('source') ?? undefined);
  const target = webAddress(form.get('target') ?? undefined);
  return source && target ? { source, target } : undefined;
};

const showAnswer = ({ door, settings, pushState }: Context, { method, path }: PushRequest): PushAnswer => {
  const tokens = door ? [door.token, ...door.earlierTokens] : [];
  const answer = method === 'GET' ? readAnswerPath(path, tokens) : undefined;
  if (!answer) return { status: 404 };
  if (isTakenBack(path, pushState)) return { status: 410 };
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'" },
    body: answerPage(answer, settings.site),
  };
};
