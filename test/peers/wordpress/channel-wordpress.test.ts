import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Batch, ChannelProblem, Json } from '../../../src/channels/contract.ts';
import type { ChannelEvent, Item } from '../../../src/channels/events.ts';
import type { WordPressContext } from '../../../src/channels/wordpress/call-api.ts';
import { wordpressChannel } from '../../../src/channels/wordpress/channel.ts';
import { wordpressLimits } from '../../../src/channels/wordpress/compose.ts';
import { expectOk, type Result } from '../../../src/platform/result.ts';
import { proves } from '../../harness/proves.ts';
import { startTestHouse, type TestCompany, type TestHouse } from '../../harness/test-house.ts';
import { waitUntil } from '../kit/wait-until.ts';
import { startWordPress, type WordPress } from './wordpress.ts';

proves('wordpress', 'live-peer', ['mentions', 'comments', 'reply', 'retract']);

let wordpress: WordPress;
let house: TestHouse;
let company: TestCompany;
/** A site of ours that is no WordPress. */
const ourSite = http.createServer((request, response) => {
  const headers = { 'content-type': 'text/html; charset=utf-8', ...(door ? { 'x-pingback': door } : {}) };
  response
    .writeHead(request.url === '/niente' ? 404 : 200, headers)
    .end(request.method === 'HEAD' ? undefined : '<title>Cantina</title><p>Il Dolcetto</p>');
});
let [ours, door] = ['', ''];
beforeAll(async () => {
  ourSite.listen(0, '127.0.0.1');
  ours = await new Promise<string>((resolve) =>
    ourSite.once('listening', () => resolve(`http://127.0.0.1:${(ourSite.address() as AddressInfo).port}`)),
  );
  [wordpress, house] = await Promise.all([startWordPress(), startTestHouse()]);
  company = await house.company('Cantina di WordPress');
}, 120_000);
afterAll(async () => {
  await house?.stop();
  await wordpress?.stop();
  ourSite.closeAllConnections();
  ourSite.close();
});

const contextOf = (
  name: 'marta' | 'elena' | 'luca',
  change: Partial<WordPressContext> = {},
): WordPressContext => {
  const { id, password } = wordpress.person(name);
  const { platform } = house.house;
  return {
    connectionId: randomUUID(),
    settings: { site: wordpress.url, user: name, keepAll: true },
    secrets: { password },
    account: { nativeId: `${new URL(wordpress.url).host}/user/${id}` },
    http: platform.http,
    clock: platform.clock,
    log: platform.log,
    keepSecrets: async () => {},
    ...change,
  };
};
type Polled = Result<Batch, ChannelProblem> | undefined;
const startPolling = (context: WordPressContext) => {
  let cursor: Json = null;
  return async (): Promise<readonly ChannelEvent[]> => {
    const targets = { searches: [], wants: () => false };
    const events: ChannelEvent[] = [];
    for (let more = true; more; ) {
      const polled: Polled = await wordpressChannel.receive.poll?.(context, cursor, targets);
      if (!polled) throw new Error('this channel is polled');
      const batch: Batch = expectOk(polled);
      events.push(...batch.items.flatMap((raw) => wordpressChannel.normalise(raw)));
      cursor = batch.cursor;
      more = batch.more === true;
    }
    return events;
  };
};
const itemsIn = (events: readonly ChannelEvent[]): readonly Item[] =>
  events.flatMap((event) => (event.kind === 'item' ? [event.item] : []));
const saying = (events: readonly ChannelEvent[], words: string) =>
  itemsIn(events).find(({ text }) => text.includes(words));
const answerTo = (item: Item, text: string) => {
  const composed = wordpressChannel.compose?.(
    {
      text,
      inReplyTo: {
        nativeId: item.nativeId,
        references: [],
        authorNativeId: item.author.nativeId,
        saidAt: item.saidAt ?? '',
        context: item.replyContext,
      },
      media: [],
      options: {},
      signedBy: { name: 'Marta' },
    },
    wordpressLimits,
  );
  if (!composed) throw new Error('this channel writes');
  return expectOk(composed);
};
type Comment = {
  id: number;
  status: string;
  parent: number;
  type: string;
  author: number;
  content: { raw: string };
};
const comments = (status = 'all') =>
  wordpress.api<Comment[]>('GET', `/wp/v2/comments?status=${status}&type=all&context=edit&per_page=100`);
const everyComment = async (page = 1): Promise<readonly Comment[]> => {
  const some = await wordpress.api<Comment[]>(
    'GET',
    `/wp/v2/comments?status=all&type=all&context=edit&per_page=100&page=${page}`,
  );
  return some.length < 100 ? some : [...some, ...(await everyComment(page + 1))];
};
const statusOf = async (words: string) => {
  const all = [...(await everyComment()), ...(await comments('spam')), ...(await comments('trash'))];
  return all.find(({ content }) => content.raw.includes(words))?.status;
};

describe('the check', () => {
  it('says who we are and what this user may do', async () => {
    const whole = expectOk(await wordpressChannel.check(contextOf('elena')));
    expect(whole.account).toMatchObject({
      nativeId: `${new URL(wordpress.url).host}/user/${wordpress.person('elena').id}`,
      name: 'La cantina di prova',
      handle: 'elena',
    });
    expect(whole.notices[0]?.it).toContain('può approvarli');
    const narrow = expectOk(await wordpressChannel.check(contextOf('luca')));
    expect(narrow.notices[0]?.it).toContain('non può approvarli');
  });

  it('refuses a wrong password, and a site that is no WordPress', async () => {
    const wrong = await wordpressChannel.check(contextOf('elena', { secrets: { password: 'sbagliata' } }));
    expect(wrong).toMatchObject({ ok: false, error: { kind: 'unauthorised' } });
    const settings = { site: ours, user: 'elena', keepAll: true };
    const elsewhere = await wordpressChannel.check(contextOf('elena', { settings }));
    expect(elsewhere).toMatchObject({ ok: false, error: { kind: 'misconfigured', field: 'site' } });
  });
});

describe('comments', () => {
  it('come with those that wait, held; to whom may not moderate only public ones', async () => {
    expect(await wordpress.comment('Il tappo della bottiglia era rotto', { name: 'Anna' })).toBe(302);
    const seen = await startPolling(contextOf('elena'))();
    expect(saying(seen, 'tappo')).toMatchObject({
      form: 'comment',
      held: true,
      addressed: true,
      author: { name: 'Anna', nativeId: 'mailto:anna@posta.example' },
      links: [{ title: 'Il nostro Dolcetto' }],
    });
    expect(saying(await startPolling(contextOf('luca'))(), 'tappo')).toBeUndefined();
  });

  it('that change, or go, are noticed', async () => {
    const poll = startPolling(contextOf('elena'));
    await wordpress.comment('Cambierà idea');
    const first = saying(await poll(), 'Cambierà idea');
    const id = first?.replyContext.comment;
    await wordpress.api('POST', `/wp/v2/comments/${id}`, { content: 'Ha cambiato idea', status: 'approved' });
    const changed = saying(await poll(), 'Ha cambiato idea');
    expect(changed).toMatchObject({ nativeId: first?.nativeId });
    expect(changed).not.toHaveProperty('held');
    await wordpress.api('DELETE', `/wp/v2/comments/${id}?force=true`);
    await waitUntil(
      async () =>
        (await poll()).some((event) => event.kind === 'removed' && event.nativeId === first?.nativeId),
      { what: 'the comment to be gone', within: 5_000 },
    );
  });

  it('come all, page by page, however many there are, and a second look brings nothing new', async () => {
    wordpress.manyComments(310);
    const context = contextOf('elena');
    const targets = { searches: [], wants: () => false };
    const [seen, looks]: [Map<string, string>, number[]] = [new Map(), []];
    let cursor: Json = null;
    for (let more = true; more; ) {
      const polled: Polled = await wordpressChannel.receive.poll?.(context, cursor, targets);
      if (!polled) throw new Error('this channel is polled');
      const batch: Batch = expectOk(polled);
      for (const raw of batch.items) seen.set(raw.nativeId, raw.revision);
      looks.push(batch.items.length);
      cursor = batch.cursor;
      more = batch.more === true;
    }
    expect(looks.length).toBeGreaterThan(1);
    const all = new Set((await everyComment()).map(({ id }) => `comment:${id}`));
    expect(new Set(seen.keys())).toEqual(all);
    for (let more = true; more; ) {
      const again: Polled = await wordpressChannel.receive.poll?.(context, cursor, targets);
      if (!again) throw new Error('this channel is polled');
      const batch: Batch = expectOk(again);
      for (const raw of batch.items) expect(seen.get(raw.nativeId)).toBe(raw.revision);
      cursor = batch.cursor;
      more = batch.more === true;
    }
  });

  it('are answered under them, found again, never written twice, and taken back', async () => {
    const context = contextOf('elena');
    await wordpress.comment('Quando aprite la domenica?');
    const question = saying(await startPolling(context)(), 'domenica');
    if (!question) throw new Error('no question');
    await wordpressChannel.moderate?.(context, question.nativeId, 'approve');
    const payload = answerTo(question, 'Alle 10 & fino alle 18 "in punto" <sempre>.\n\nVi aspettiamo…');
    const before = new Date();
    const early = await wordpressChannel.settle?.(context, payload, 'chiave', new Date(Date.now() - 60_000));
    expect(early).toEqual({ state: 'absent' });
    const sending = { ...context, loadMedia: async () => new Uint8Array() };
    const sent = await wordpressChannel.send?.(sending, payload, 'chiave');
    expect(sent).toMatchObject({ state: 'published' });
    expect(await wordpressChannel.send?.(sending, payload, 'chiave')).toEqual(sent);
    expect(await wordpressChannel.settle?.(context, payload, 'chiave', before)).toEqual(sent);
    const nativeId = sent?.state === 'published' ? sent.nativeId : '';
    const own = itemsIn(await startPolling(context)()).find((item) => item.nativeId === nativeId);
    expect(own).toMatchObject({
      ours: true,
      parentNativeId: question.nativeId,
      text: expect.stringContaining('<sempre>'),
    });
    expect(await wordpressChannel.retract?.(context, nativeId)).toMatchObject({ ok: true });
    expect(await wordpressChannel.retract?.(context, nativeId)).toMatchObject({ ok: true });
    expect(await statusOf('Alle 10')).toBe('trash');
  });

  it('are moderated as often as it is said; who may not is told', async () => {
    const context = contextOf('elena');
    await wordpress.comment('Da spostare molte volte');
    const item = saying(await startPolling(context)(), 'molte volte');
    for (const [decision, status] of [
      ['approve', 'approved'],
      ['approve', 'approved'],
      ['hold', 'hold'],
      ['spam', 'spam'],
      ['hold', 'hold'],
      ['unwanted', 'trash'],
      ['approve', 'approved'],
    ] as const) {
      expect(await wordpressChannel.moderate?.(context, item?.nativeId ?? '', decision)).toMatchObject({
        ok: true,
      });
      expect(await statusOf('molte volte')).toBe(status);
    }
    const refused = await wordpressChannel.moderate?.(contextOf('luca'), item?.nativeId ?? '', 'spam');
    expect(refused).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
  });
});

describe('through the house', () => {
  type Held = { id: string; body: string; carriage: string | null; channel: string; url: string };
  const home = () => `/api/workspaces/${company.workspaceId}`;
  const held = async () => (await company.json<{ held: Held[] }>('GET', `${home()}/held?limit=100`)).held;
  const heldWith = (words: string) =>
    waitUntil(async () => (await held()).find(({ body }) => body.includes(words)), {
      what: `“${words}” to wait`,
      within: 20_000,
    });
  const bodies = async () =>
    (
      await company.json<{ mentions: { body: string }[] }>('GET', `${home()}/mentions?limit=100`)
    ).mentions.map(({ body }) => body);

  it('what the site holds waits; approved here it is public there, refused it is spam there, and both are taken back', async () => {
    const { password } = wordpress.person('elena');
    await wordpress.comment('Bella la visita in cantina');
    await wordpress.comment('Orologi a poco prezzo', { name: 'Spam', email: 'spam@orologi.example' });
    await company.json('POST', `${home()}/connections`, {
      channel: 'wordpress',
      values: { site: wordpress.url, user: 'elena', password },
    });
    const good = await heldWith('Bella la visita');
    const bad = await heldWith('Orologi');
    expect(await bodies()).not.toContain('Bella la visita in cantina');
    const decide = (verb: string, id: string, more = {}) =>
      company.json('POST', `${home()}/held/${verb}`, { ids: [id], ...more });
    await decide('approve', good.id);
    await decide('refuse', bad.id, { as: 'spam' });
    expect(await bodies()).toContain('Bella la visita in cantina');
    const becomes = (words: string, status: string) =>
      waitUntil(async () => (await statusOf(words)) === status, {
        what: `${words}: ${status}`,
        within: 20_000,
      });
    await becomes('Bella la visita', 'approved');
    await becomes('Orologi', 'spam');
    await decide('put-back', bad.id);
    await becomes('Orologi', 'hold');
    await decide('put-back', good.id);
    await becomes('Bella la visita', 'hold');
    expect(await bodies()).not.toContain('Bella la visita in cantina');
  }, 60_000);

  it('a post of theirs that links to ours pings us, and waits', async () => {
    const { id } = await company.json<{ id: string }>('POST', `${home()}/connections`, {
      channel: 'webmention',
      values: { site: ours },
    });
    door = (await company.json<{ door: { url: string } }>('GET', `${home()}/connections/${id}/door`)).door
      .url;
    await wordpress.api('POST', '/wp/v2/posts', {
      title: 'Una gita',
      content: `<p>Siamo stati da <a href="${ours}/dolcetto">questa cantina</a>.</p>`,
      status: 'publish',
    });
    await wordpress.runSchedule();
    const pinged = await heldWith('Siamo stati da');
    expect(pinged).toMatchObject({ channel: 'webmention', url: expect.stringContaining(wordpress.url) });
    await company.json('POST', `${home()}/held/approve`, { ids: [pinged.id] });
    expect((await bodies()).some((body) => body.includes('questa cantina'))).toBe(true);
  }, 60_000);

  it('our answer to a post of theirs pings it, for it takes no webmentions', async () => {
    type Listed = { id: string; body: string; threadId: string | null };
    const mention = await waitUntil(
      async () => {
        const page = await company.json<{ mentions: Listed[] }>('GET', `${home()}/mentions?limit=100`);
        return page.mentions.find(({ body, threadId }) => body.includes('questa cantina') && threadId);
      },
      { what: 'a thread of that post' },
    );
    const reply = { id: randomUUID(), mentionId: mention.id, body: 'Grazie della visita!' };
    await company.json('POST', `${home()}/threads/${mention.threadId}/replies`, reply);
    await company.json('POST', `${home()}/replies/${reply.id}/send-now`);
    const pingback = await waitUntil(async () => (await comments()).find(({ type }) => type === 'pingback'), {
      what: 'a pingback at WordPress',
      within: 30_000,
      every: 300,
    });
    expect(pingback).toMatchObject({ status: 'hold' });
  }, 60_000);
});
