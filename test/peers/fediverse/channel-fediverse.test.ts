import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fediverseChannel } from '../../../src/channels/fediverse/channel.ts';
import type { FediverseContext } from '../../../src/channels/fediverse/client.ts';
import { systemClock } from '../../../src/platform/clock.ts';
import { createGuardedFetch, type GuardedFetch } from '../../../src/platform/fetch/index.ts';
import { expectOk } from '../../../src/platform/result.ts';
import { proves } from '../../harness/proves.ts';
import { waitUntil } from '../kit/wait-until.ts';
import { answerTo, itemOf, open, send, settle, startPolling } from './channel-kit.ts';
import { type SnacServer, type SnacStatus, startSnac } from './snac-server.ts';
import { startUnrulyProxy, type UnrulyProxy } from './unruly-proxy.ts';

proves('fediverse', 'live-peer', ['mentions', 'comments', 'search', 'reply', 'publish', 'image', 'alt-text']);

const soon = 40_000;

describe('the Fediverse channel between two real snac hosts', () => {
  let ours: SnacServer;
  let theirs: SnacServer;
  let http: GuardedFetch;
  let proxy: UnrulyProxy;
  let context: FediverseContext;

  beforeAll(async () => {
    [ours, theirs] = await Promise.all([startSnac({ users: ['cantina'] }), startSnac({ users: ['anna'] })]);
    proxy = await startUnrulyProxy(ours.url);
    const hosts = [ours, theirs].map(({ url }) => new URL(url).hostname);
    http = createGuardedFetch({
      allowPrivateAddresses: ['127.0.0.1', ...hosts],
      userAgent: 'Passaparola tests',
      limits: { totalTimeoutMs: 5_000 },
    });
    const unchecked = open({ origin: ours.url, token: await ours.token('cantina'), http });
    const { account } = expectOk(await fediverseChannel.check(unchecked));
    context = { ...unchecked, account };
  });
  afterAll(async () => {
    await http?.close();
    await proxy?.stop();
    await Promise.all([ours?.stop(), theirs?.stop()]);
  });

  const through = (): FediverseContext => ({
    ...context,
    settings: { ...context.settings, instance: proxy.url },
  });

  /** What she says to us, as the channel brings it. */
  const heard = async (text: string, visibility: 'public' | 'private' = 'public') => {
    const said = await theirs.post('anna', `@cantina@${ours.host} ${text}`, { visibility });
    const polling = startPolling(context);
    const arrived = async () => itemOf(await polling.events(), said.uri);
    const item = await waitUntil(arrived, { what: 'the mention', within: soon, every: 500 });
    return { said, item, polling };
  };

  describe('signing in', () => {
    const redirectUri = 'http://127.0.0.1:4321/api/connections/oauth/callback';
    // As long as the sealed ones of the core.
    const state = `stato-${'aZ09_-'.repeat(50)}`;
    const nobody = () => ({ ...context, secrets: {}, account: null });

    const journey = async () => {
      const begun = expectOk(
        await (fediverseChannel.authorise?.begin(nobody(), redirectUri, state) ?? Promise.reject()),
      );
      const back = new URL(await ours.signIn(begun.url, 'cantina'));
      const parameters = Object.fromEntries(back.searchParams);
      expect(parameters.state).toBe(state);
      const completed = await fediverseChannel.authorise?.complete(nobody(), begun.keep, parameters);
      if (!completed) throw new Error('this channel authorises');
      return completed;
    };

    it('goes through the pages of the instance and brings a token that works', async () => {
      const secrets = expectOk(await journey());
      expect(secrets.accessToken).toEqual(expect.any(String));
      const health = expectOk(await fediverseChannel.check({ ...context, secrets, account: null }));
      expect(health.account).toEqual({
        nativeId: `${ours.url}/cantina`,
        name: 'cantina',
        handle: `@cantina@${ours.host}`,
        url: `${ours.url}/cantina`,
      });
      expect(health.notices.map(({ it }) => it)).toEqual([
        expect.stringContaining('non offre la diretta'),
        expect.stringContaining('non lascia cancellare'),
      ]);
    });

    it('is unauthorised when the permission is refused, and when the application is not the one that asked', async () => {
      const begun = expectOk(
        await (fediverseChannel.authorise?.begin(nobody(), redirectUri, state) ?? Promise.reject()),
      );
      const unauthorised = { ok: false, error: { kind: 'unauthorised' } };
      const refused = { error: 'access_denied', state };
      expect(await fediverseChannel.authorise?.complete(nobody(), begun.keep, refused)).toMatchObject(
        unauthorised,
      );
      const parameters = Object.fromEntries(new URL(await ours.signIn(begun.url, 'cantina')).searchParams);
      const keep = { ...begun.keep, clientSecret: 'un-altro' };
      expect(await fediverseChannel.authorise?.complete(nobody(), keep, parameters)).toMatchObject(
        unauthorised,
      );
    });

    it('needs no journey with a token pasted by hand', async () => {
      const pasted = { ...nobody(), secrets: { pastedToken: await ours.token('cantina') } };
      const begun = expectOk(
        await (fediverseChannel.authorise?.begin(pasted, redirectUri, state) ?? Promise.reject()),
      );
      const url = new URL(begun.url);
      expect(url.href.startsWith(redirectUri)).toBe(true);
      const parameters = Object.fromEntries(url.searchParams);
      expect(parameters.state).toBe(state);
      const secrets = expectOk(
        await (fediverseChannel.authorise?.complete(pasted, begun.keep, parameters) ?? Promise.reject()),
      );
      expect(await fediverseChannel.check({ ...pasted, secrets })).toMatchObject({ ok: true });
    });

    it('says that a token is not good, and that an address is no instance', async () => {
      const revoked = { ...context, secrets: { accessToken: 'non-vale' } };
      expect(await fediverseChannel.check(revoked)).toMatchObject({
        ok: false,
        error: { kind: 'unauthorised' },
      });
      const { poll } = startPolling(revoked);
      expect(await poll()).toMatchObject({ ok: false, error: { kind: 'unauthorised' } });
      proxy.misbehave({ on: 'GET /api/', how: { status: 200, body: '<html>Un sito qualunque</html>' } });
      expect(await fediverseChannel.check(through())).toMatchObject({
        ok: false,
        error: { kind: 'misconfigured', field: 'instance' },
      });
      proxy.misbehave(undefined);
    });
  });

  it('reads the limits from the instance, also from one that knows only the older way to ask', async () => {
    expect(expectOk(await fediverseChannel.limits(context))).toMatchObject({
      text: { max: 100_000, unit: 'grapheme' },
      media: { max: 4, maxBytes: 16_777_216, mimeTypes: expect.arrayContaining(['image/jpeg', 'image/png']) },
      contentWarning: true,
      charactersPerUrl: 32,
    });
  });

  it('brings a stranger’s mention once, said to us', async () => {
    const { said, item, polling } = await heard(
      'il vino è arrivato rotto &amp; freddo https://diario.example/a',
    );
    expect(item).toMatchObject({
      nativeId: said.uri,
      form: 'post',
      visibility: 'public',
      addressed: true,
      ours: false,
      author: { nativeId: `${theirs.url}/anna`, handle: `@anna@${theirs.host}` },
      text: expect.stringContaining(`@cantina@${ours.host} il vino è arrivato rotto`),
      links: [{ url: 'https://diario.example/a' }],
    });
    expect(itemOf(await polling.events(), said.uri)).toBeUndefined();
  });

  it('carries our answer into her thread, with its warning and no wider than her words', async () => {
    const { said, item, polling } = await heard('solo per voi e chi mi segue', 'private');
    expect(item.visibility).toBe('followers');
    const payload = await answerTo(context, item, 'Grazie di averlo detto a noi', {
      contentWarning: 'vino',
      visibility: 'public',
    });
    expect(payload).toMatchObject({ visibility: 'private', text: expect.stringMatching(/^@anna@/) });
    const receipt = await send(context, payload, 'risposta-1');
    expect(receipt).toMatchObject({ state: 'published', nativeId: expect.stringContaining(ours.url) });
    const nativeId = receipt.state === 'published' ? receipt.nativeId : '';
    const arrived = async () =>
      (await theirs.notifications('anna')).find(({ status }) => status?.uri === nativeId)?.status;
    const answer = (await waitUntil(arrived, { what: 'our answer', within: soon })) as SnacStatus & {
      readonly spoiler_text: string;
    };
    expect(answer).toMatchObject({ in_reply_to_id: said.id, visibility: 'private', spoiler_text: 'vino' });
    expect(answer.content).toContain('Grazie di averlo detto a noi');
    const own = itemOf(await polling.events(), nativeId);
    expect(own).toMatchObject({
      ours: true,
      addressed: false,
      form: 'reply',
      contentWarning: 'vino',
      parentNativeId: said.uri,
      rootNativeId: said.uri,
    });
  });

  it('holds a conversation together: her answer to our answer hangs from her first words', async () => {
    const { said, item, polling } = await heard('quando passate al mercato?');
    const receipt = await send(context, await answerTo(context, item, 'Sabato'), 'risposta-2');
    const nativeId = receipt.state === 'published' ? receipt.nativeId : '';
    await waitUntil(
      async () => (await theirs.notifications('anna')).some(({ status }) => status?.uri === nativeId),
      { what: 'our answer', within: soon },
    );
    const again = await theirs.post('anna', `@cantina@${ours.host} perfetto, a sabato`, {
      inReplyTo: nativeId,
    });
    const reply = await waitUntil(async () => itemOf(await polling.events(), again.uri), {
      what: 'her answer',
      within: soon,
      every: 500,
    });
    expect(reply).toMatchObject({
      form: 'reply',
      addressed: true,
      parentNativeId: nativeId,
      rootNativeId: said.uri,
    });
  });

  it('brings an edit as another revision, and a deletion that nobody told us of', async () => {
    const { said, item, polling } = await heard('prima versione');
    await theirs.edit('anna', said, `@cantina@${ours.host} seconda versione`);
    const edited = await waitUntil(
      async () => itemOf(await polling.events(), said.uri, ({ text }) => text.includes('seconda')),
      { what: 'the edit', within: soon, every: 300 },
    );
    expect(edited.revision).not.toBe(item.revision);
    expect(edited.editedAt).toEqual(expect.any(String));
    await theirs.remove('anna', said.uri);
    const gone = await waitUntil(
      async () => (await polling.events()).find((event) => event.kind === 'removed'),
      { what: 'the deletion', within: soon, every: 100 },
    );
    expect(gone).toMatchObject({ nativeId: said.uri });
    // Forgotten: not told again.
    const rest = [
      await polling.events(),
      await polling.events(),
      await polling.events(),
      await polling.events(),
    ];
    expect(rest.flat().filter((event) => event.kind === 'removed')).toEqual([]);
    expect(
      await send(context, await answerTo(context, { ...item, nativeId: `${said.uri}-mai` }, 'Eccoci'), 'x'),
    ).toMatchObject({ state: 'rejected', problem: { kind: 'gone' } });
  });

  it('finds what watches look for, by hashtag and by word, and leaves the rest', async () => {
    await theirs.post('anna', `@cantina@${ours.host} assaggi #grignolino di oggi`);
    await heard('una cosa che non c’entra');
    for (const term of ['#grignolino', 'grignolino']) {
      const { events } = startPolling({ ...context, account: null }, [term]);
      const found = (await events()).flatMap((event) => (event.kind === 'item' ? [event.item.text] : []));
      expect(found.filter((text) => text.includes('#grignolino')).length).toBe(1);
    }
    const { poll } = startPolling({ ...context, settings: { ...through().settings, publicSearch: true } }, [
      '#grignolino',
    ]);
    proxy.misbehave({ on: 'GET /api/v1/notifications', how: { status: 200, body: '[]' } });
    const only = expectOk(await poll()).items.filter(
      (raw) => raw.context.accountId && raw.body.includes('grignolino'),
    );
    proxy.misbehave(undefined);
    expect(only.length).toBe(1);
  });

  it('tells of a new follower', async () => {
    await theirs.follow('anna', `${ours.url}/cantina`);
    const { events } = startPolling(context);
    const follow = await waitUntil(async () => (await events()).find((event) => event.kind === 'reaction'), {
      what: 'the follower',
      within: soon,
      every: 500,
    });
    expect(follow).toMatchObject({ reaction: 'follow', author: { handle: `@anna@${theirs.host}` } });
  });

  it('publishes a picture with its description', async () => {
    const limits = expectOk(await fediverseChannel.limits(context));
    const image = { id: 'foto', mimeType: 'image/png', byteLength: 70, alt: 'Il filare al tramonto' };
    const draft = { text: 'Buona sera', media: [image], options: {}, signedBy: { name: 'Marta' } };
    const payload = expectOk(fediverseChannel.compose?.(draft, limits) ?? (Promise.reject() as never));
    expect(await send(context, payload as never, 'post-1')).toMatchObject({ state: 'published' });
    const [newest] = await ours.statuses('cantina');
    expect(newest?.media_attachments).toMatchObject([{ description: 'Il filare al tramonto' }]);
  });

  describe('when the way is bad', () => {
    it('does not post twice what was cut off: it is found again', async () => {
      const { item } = await heard('mi sentite?');
      const payload = await answerTo(context, item, `Forte e chiaro ${crypto.randomUUID()}`);
      const count = async () =>
        (await ours.statuses('cantina')).filter(({ content }) => content.includes(payload.text.slice(-36)))
          .length;
      const since = systemClock.now();
      for (const how of ['cut', 'half'] as const) {
        const before = await count();
        proxy.misbehave({ on: 'POST /api/v1/statuses', how });
        expect(await send(through(), payload, 'chiave')).toMatchObject({ state: 'unknown' });
        proxy.misbehave(undefined);
        expect(await count()).toBe(before + 1);
        const settled = await settle(context, payload, since);
        expect(settled).toMatchObject({ state: 'published' });
        const [newest] = await ours.statuses('cantina');
        if (how === 'cut') expect(settled).toMatchObject({ nativeId: newest?.uri });
      }
    });

    it('finds again also what was for few', async () => {
      const { item } = await heard('in confidenza', 'private');
      const payload = await answerTo(context, item, `Resta tra noi ${crypto.randomUUID()}`);
      const since = systemClock.now();
      proxy.misbehave({ on: 'POST /api/v1/statuses', how: 'cut' });
      expect(await send(through(), payload, 'chiave')).toMatchObject({ state: 'unknown' });
      proxy.misbehave(undefined);
      expect(await settle(context, payload, since)).toMatchObject({ state: 'published' });
    });

    it('knows that what never arrived is absent, only when it had its time', async () => {
      const { item } = await heard('e adesso?');
      const payload = await answerTo(context, item, `Mai partita ${crypto.randomUUID()}`);
      proxy.misbehave({ on: 'POST /api/v1/statuses', how: { status: 502 } });
      expect(await send(through(), payload, 'chiave')).toMatchObject({ state: 'unknown' });
      proxy.misbehave(undefined);
      const now = systemClock.now();
      expect(await settle(context, payload, now)).toMatchObject({ state: 'unclear' });
      const later = { now: () => new Date(now.getTime() + 31_000) };
      expect(await settle({ ...context, clock: later }, payload, now)).toEqual({ state: 'absent' });
      proxy.misbehave({ on: 'GET /api/v1/accounts/', how: 'half' });
      expect(await settle({ ...through(), clock: later }, payload, now)).toMatchObject({ state: 'unclear' });
      proxy.misbehave(undefined);
    });

    it.each([
      [{ status: 401 }, 'rejected', 'unauthorised'],
      [{ status: 403 }, 'rejected', 'forbidden'],
      [{ status: 422, body: '{"error":"Il testo non va"}' }, 'rejected', 'misconfigured'],
      [{ status: 429 }, 'not-sent', 'rate-limited'],
      [{ status: 500 }, 'unknown', undefined],
      [{ status: 200, body: '<html>fatto</html>' }, 'unknown', undefined],
    ] as const)('an answer met with %j is %s', async (how, state, kind) => {
      const payload = { text: 'Ciao', contentWarning: '', visibility: 'public', media: [] } as const;
      proxy.misbehave({ on: 'POST /api/v1/statuses', how });
      const receipt = await send(through(), payload, 'chiave');
      proxy.misbehave(undefined);
      expect(receipt).toMatchObject(kind ? { state, problem: { kind } } : { state });
      if (how.status === 422)
        expect(receipt).toMatchObject({ problem: { detail: 'HTTP 422 Il testo non va' } });
    });

    it('is certain that nothing was sent where nobody listens', async () => {
      const closed = await startUnrulyProxy(ours.url);
      await closed.stop();
      const nowhere = { ...context, settings: { ...context.settings, instance: closed.url } };
      const payload = { text: 'Ciao', contentWarning: '', visibility: 'public', media: [] } as const;
      expect(await send(nowhere, payload, 'chiave')).toMatchObject({
        state: 'not-sent',
        problem: { kind: 'unreachable' },
      });
    });

    it('waits as long as the instance asks by its rate limit', async () => {
      const headers = {
        'x-ratelimit-reset': '2026-11-22T10:05:00.000Z',
        date: 'Sun, 22 Nov 2026 10:01:00 GMT',
      };
      proxy.misbehave({ on: 'GET /api/v1/notifications', how: { status: 429, headers } });
      expect(await startPolling(through()).poll()).toMatchObject({
        ok: false,
        error: { kind: 'rate-limited', retryAfterMs: 240_000 },
      });
      proxy.misbehave(undefined);
    });

    it.each([
      [{ status: 500 }, 'server-error'],
      [{ status: 200, body: '<html>manutenzione</html>' }, 'bad-response'],
      [{ status: 200, body: '{"non":"una lista"}' }, 'bad-response'],
      ['half', 'unreachable'],
      [{ status: 200, body: 'x'.repeat(11 * 1024 * 1024) }, 'too-large'],
    ] as const)('a poll met with trouble says which (%#) and goes on where it was', async (how, kind) => {
      const { said } = await heard('dopo il guasto');
      const { poll, events } = startPolling(through());
      proxy.misbehave({ on: 'GET /api/v1/notifications', how });
      expect(await poll()).toMatchObject({ ok: false, error: { kind } });
      proxy.misbehave(undefined);
      expect(itemOf(await events(), said.uri)).toMatchObject({ addressed: true });
    });

    it('forgets nothing because the instance is under repair', async () => {
      const { polling } = await heard('resto qui');
      await polling.events();
      const all = startPolling(through());
      await all.events();
      proxy.misbehave({ on: 'GET /api/v1/statuses/', how: { status: 503 } });
      for (let turn = 0; turn < 12; turn += 1) {
        const polled = await all.poll();
        const raws = polled.ok ? polled.value.items : [];
        expect(raws.filter((raw) => raw.revision === 'deleted')).toEqual([]);
      }
      proxy.misbehave(undefined);
    });
  });

  it('says that this server keeps what we would take back', async () => {
    const receipt = await send(
      context,
      { text: 'Da ritirare', contentWarning: '', visibility: 'public', media: [] },
      'r',
    );
    const nativeId = receipt.state === 'published' ? receipt.nativeId : '';
    expect(await fediverseChannel.retract?.(context, nativeId)).toMatchObject({
      ok: false,
      error: { kind: 'forbidden', detail: expect.stringContaining('still there') },
    });
    expect((await ours.statuses('cantina')).map(({ uri }) => uri)).toContain(nativeId);
    expect(await fediverseChannel.retract?.(context, `${nativeId}-mai`)).toEqual({
      ok: true,
      value: undefined,
    });
  });

  it('rests without complaint where there is no stream, until told to stop', async () => {
    const stop = new AbortController();
    let opened = false;
    const streaming = fediverseChannel.receive.stream?.(
      context,
      null,
      { searches: [], wants: () => true },
      async () => {},
      () => {
        opened = true;
      },
      stop.signal,
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    stop.abort();
    expect(await streaming).toEqual({ ok: true, value: undefined });
    expect(opened).toBe(false);
  });
});
