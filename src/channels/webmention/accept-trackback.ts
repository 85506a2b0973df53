import { cleanBody, cleanLine } from '../clean-words.ts';
import type { ChannelContext, PushAnswer, PushEnd, PushRequest, PushVerdict } from '../contract.ts';
import { isOfSite, webAddress } from '../web/own-site.ts';
import { readForm } from './read-form.ts';
import type { NoSecrets, WebmentionSettings } from './settings.ts';

/**
 * TrackBack Technical Specification 1.2: a form with `url`, `title`, `excerpt`, `blog_name`. Which page of ours is meant stands in the address
 * (`…/trackback?target=…`); without it, it is the first of ours that the other page links to.
 */
export const acceptTrackback = (
  { settings }: ChannelContext<WebmentionSettings, NoSecrets>,
  { method, headers, query, rawBody }: PushRequest,
): PushVerdict => {
  if (method !== 'POST') return { kind: 'answer', answer: { status: 405, headers: { allow: 'POST' } } };
  const form = readForm(rawBody, headers['content-type'] ?? '');
  const source = webAddress(form.get('url'));
  if (!source) return refuse('url is wanted: the address of the page that speaks of ours');
  const wanted = query.target ?? query.p;
  const target = webAddress(wanted);
  if (wanted !== undefined && !(target && isOfSite(target, settings.site))) {
    return refuse('this is not a page of ours');
  }
  if (source === target) return refuse('a page cannot speak of itself');
  return {
    kind: 'keep',
    answer: say(0),
    note: {
      source,
      ...(target ? { target } : {}),
      via: 'trackback',
      title: cleanLine(form.get('title') ?? '', 300),
      excerpt: cleanBody(form.get('excerpt') ?? '').slice(0, 2_000),
      blogName: cleanLine(form.get('blog_name') ?? '', 200),
    },
    asks: new URL(source).host,
    tellEnd,
  };
};

const say = (error: 0 | 1, message = ''): PushAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/xml; charset=utf-8' },
  body: `<?xml version="1.0" encoding="utf-8"?>\n<response><error>${error}</error>${
    message ? `<message>${message}</message>` : ''
  }</response>`,
});

const refuse = (message: string): PushVerdict => ({ kind: 'answer', answer: say(1, message) });

const ends: Readonly<Record<string, string>> = {
  'source-not-found': 'the page is not there',
  'source-unreadable': 'the page cannot be read',
  'source-unreachable': 'the page does not answer',
  'no-link': 'the page does not link to us',
  'target-not-found': 'the page of ours is not there',
  'too-many': 'too many from there',
  'given-up': 'the page does not answer',
};

/** Told again it is the same once more, and no error. */
const tellEnd = (end: PushEnd): PushAnswer => {
  const why = ends[end];
  return why === undefined ? say(0) : say(1, why);
};
