import { randomUUID } from 'node:crypto';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailChannel } from '../../../src/channels/mail/channel.ts';
import { openImap } from '../../../src/channels/mail/imap.ts';
import { expectOk } from '../../../src/platform/result.ts';
import { proves } from '../../harness/proves.ts';
import { waitUntil } from '../kit/wait-until.ts';
import {
  anna,
  contextFor,
  drain,
  eventsOf,
  itemsOf,
  letter,
  payloadFor,
  poll,
  send,
  settle,
  shop,
  startCable,
  startStream,
} from './mail-kit.ts';
import { type MailServer, startMailServer } from './mail-server.ts';

proves('mail', 'live-peer', ['direct-messages', 'stream', 'reply', 'image']);

let server: MailServer;
beforeAll(async () => {
  server = await startMailServer();
});
afterAll(() => server?.stop());

const arrived = async (id: string) => {
  await server.awaitMail(shop, ({ raw }) => raw.includes(`<${id}@example.test>`));
  const item = itemsOf(await drain(contextFor(server))).find(
    ({ nativeId }) => nativeId === `${id}@example.test`,
  );
  if (!item) throw new Error(`${id} has not arrived`);
  return item;
};

describe('joining a mailbox', () => {
  it.each([
    ['TLS', {}],
    [
      'STARTTLS',
      () => ({
        imapPort: server.imap.port,
        imapSecurity: 'starttls',
        smtpPort: server.submission.port,
        smtpSecurity: 'starttls',
      }),
    ],
    [
      'no TLS in the same house',
      () => ({
        imapPort: server.imap.port,
        imapSecurity: 'none',
        smtpPort: server.submission.port,
        smtpSecurity: 'none',
      }),
    ],
  ])('signs in to both servers by %s', async (_, changes) => {
    const checked = await mailChannel.check(
      contextFor(server, typeof changes === 'function' ? changes() : changes),
    );
    expect(checked).toMatchObject({
      ok: true,
      value: { account: { nativeId: shop, name: 'Cantina Rocca' }, notices: [] },
    });
  });

  it.each([
    [
      'a wrong password',
      {},
      'sbagliata',
      { kind: 'misconfigured', field: 'password', detail: expect.stringContaining('IMAP') },
    ],
    [
      'a host that is not',
      { imapHost: 'imap.nessuno.invalid' },
      'secret',
      { kind: 'misconfigured', field: 'imapHost' },
    ],
    [
      'an outgoing host that is not',
      { smtpHost: 'smtp.nessuno.invalid' },
      'secret',
      { kind: 'misconfigured', field: 'smtpHost' },
    ],
    ['a private address', { imapHost: '10.0.0.1' }, 'secret', { kind: 'blocked-address' }],
    [
      'a certificate of somebody unknown',
      { ca: '' },
      'secret',
      { kind: 'misconfigured', field: 'imapSecurity' },
    ],
    ['a folder that is not', { folder: 'Nessuna' }, 'secret', { kind: 'misconfigured', field: 'folder' }],
    [
      'Outlook.com, which wants OAuth',
      { address: 'x@outlook.com', imapHost: '' },
      'secret',
      { kind: 'misconfigured', field: 'address' },
    ],
  ])('says what is wrong: %s', async (_, changes, password, problem) => {
    expect(await mailChannel.check(contextFor(server, changes, password))).toMatchObject({
      ok: false,
      error: problem,
    });
  });

  it('tells the incoming from the outgoing server', async () => {
    const closed = await mailChannel.check(contextFor(server, { smtpPort: 1 }));
    expect(closed).toMatchObject({
      ok: false,
      error: { kind: 'unreachable', detail: expect.stringContaining('SMTP') },
    });
  });
});

describe('letters that come in', () => {
  it('are announced by the server and here at once, each once, though nobody polls', async () => {
    const stream = startStream(contextFor(server));
    await waitUntil(stream.isOpen, { what: 'the stream' });
    await server.deliver(letter('idle-1', { text: 'La bottiglia è rotta.' }), shop);
    await waitUntil(() => stream.items().some(({ nativeId }) => nativeId === 'idle-1@example.test'), {
      what: 'idle-1',
    });
    await server.deliver(letter('idle-2'), shop);
    await waitUntil(() => stream.items().some(({ nativeId }) => nativeId === 'idle-2@example.test'), {
      what: 'idle-2',
    });
    expect(await stream.stop()).toEqual({ ok: true, value: undefined });
    const ids = stream.items().map(({ nativeId }) => nativeId);
    expect(ids).toEqual([...new Set(ids)]);
    expect(stream.items().find(({ nativeId }) => nativeId === 'idle-1@example.test')).toMatchObject({
      text: 'La bottiglia è rotta.',
      author: { nativeId: anna, name: 'Anna Bianchi' },
      addressed: true,
      ours: false,
    });
  });

  it('stay unread for the people who read them elsewhere', async () => {
    await server.deliver(letter('non-letta'), shop);
    await arrived('non-letta');
    const [kept] = (await server.mailbox(shop)).filter(({ raw }) => raw.includes('<non-letta@'));
    expect(kept?.flags).not.toContain('\\Seen');
  });

  it('are read on from the cursor, and not again', async () => {
    const context = contextFor(server);
    const first = await drain(context);
    expect(await poll(context, first.cursor)).toMatchObject({ ok: true, value: { items: [], more: false } });
    await server.deliver(letter('dopo-1'), shop);
    await server.awaitMail(shop, ({ raw }) => raw.includes('<dopo-1@'));
    expect(itemsOf(await drain(context, first.cursor)).map(({ nativeId }) => nativeId)).toEqual([
      'dopo-1@example.test',
    ]);
  });

  it('come once more under the same ids when the server has built its folder anew', async () => {
    const context = contextFor(server);
    const first = await drain(context);
    const cursor = JSON.parse(
      JSON.stringify(first.cursor).replaceAll(/"uidValidity":"\d+"/g, '"uidValidity":"1"'),
    );
    const again = await drain(context, cursor);
    const keys = (items: typeof first.items) =>
      items.map(({ nativeId, revision }) => `${nativeId} ${revision}`).sort();
    expect(keys(again.items)).toEqual(keys(first.items));
    expect(again.cursor).toEqual(first.cursor);
  });

  it('of a folder that was deleted and made again come under the same ids, with the new ones', async () => {
    const context = contextFor(server, { folder: 'Reclami' });
    const opened = expectOk(await openImap(context));
    const fill = async (ids: readonly string[]) => {
      await opened.mailboxCreate('Reclami');
      for (const id of ids) await opened.append('Reclami', letter(id));
    };
    await fill(['cartella-1', 'cartella-2']);
    const before = await drain(context);
    await opened.mailboxDelete('Reclami');
    await fill(['cartella-2', 'cartella-3']);
    await opened.logout();
    const after = await drain(context, before.cursor);
    const idsOf = (batch: typeof before) =>
      itemsOf(batch)
        .map(({ nativeId }) => nativeId.split('@')[0])
        .filter((id) => id?.startsWith('cartella'));
    expect(idsOf(before)).toEqual(['cartella-1', 'cartella-2']);
    expect(idsOf(after)).toEqual(['cartella-2', 'cartella-3']);
  });

  it('survive an outage: the stream says so, and goes on from its cursor without loss or doubles', async () => {
    const context = contextFor(server);
    const before = startStream(context);
    await waitUntil(before.isOpen, { what: 'the stream' });
    await server.pause('imap');
    expect(await before.ended).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
    expect(await poll(context, null)).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
    await server.resume();
    await server.deliver(letter('ripresa-1'), shop);
    const after = startStream(context, before.cursor());
    await waitUntil(() => after.items().some(({ nativeId }) => nativeId === 'ripresa-1@example.test'), {
      what: 'ripresa-1',
    });
    await after.stop();
    expect(after.items().map(({ nativeId }) => nativeId)).toEqual(['ripresa-1@example.test']);
  });

  it('lose the letters below them and keep their attachments named', async () => {
    const boundary = 'confine';
    const text = [
      `--${boundary}`,
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Ecco la foto.',
      '',
      'Il giorno lun 2 nov 2026 alle ore 10:00 Cantina Rocca <clienti@cantina.test> ha scritto:',
      '> Ci manda una foto?',
      `--${boundary}`,
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      `Content-Disposition: attachment; filename*=utf-8''caff%C3%A8.png`,
      '',
      'iVBORw0KGgo=',
      `--${boundary}--`,
    ].join('\r\n');
    await server.deliver(
      letter('foto-1', {
        text,
        headers: ['MIME-Version: 1.0', `Content-Type: multipart/mixed; boundary=${boundary}`],
      }),
      shop,
    );
    expect(await arrived('foto-1')).toMatchObject({
      text: 'Ecco la foto.',
      quoted: expect.stringContaining('> Ci manda una foto?'),
      media: [{ kind: 'image', name: 'caffè.png', mimeType: 'image/png' }],
    });
  });

  it('of enormous size bring their words only', async () => {
    const boundary = 'peso';
    const heavy = Buffer.concat([
      Buffer.from(
        letter('pesante-1', {
          headers: ['MIME-Version: 1.0', `Content-Type: multipart/mixed; boundary=${boundary}`],
          text: [
            `--${boundary}`,
            'Content-Type: text/plain; charset=utf-8',
            '',
            'Allego il filmato è lungo.',
            `--${boundary}`,
            'Content-Type: video/mp4; name="festa.mp4"',
            'Content-Disposition: attachment; filename="festa.mp4"',
            'Content-Transfer-Encoding: base64',
            '',
            '',
          ].join('\r\n'),
        }),
      ),
      Buffer.from(`${'A'.repeat(76)}\r\n`.repeat(250_000)),
      Buffer.from(`--${boundary}--\r\n`),
    ]);
    await server.deliver(heavy, shop);
    await server.awaitMail(shop, ({ raw }) => raw.includes('<pesante-1@'));
    const batch = await drain(contextFor(server));
    const raw = batch.items.find(({ nativeId }) => nativeId === 'pesante-1@example.test');
    expect(raw?.body.length).toBeLessThan(20_000);
    const item = itemsOf(batch).find(({ nativeId }) => nativeId === 'pesante-1@example.test');
    expect(item).toMatchObject({
      text: 'Allego il filmato è lungo.',
      media: [{ kind: 'video', name: 'festa.mp4' }],
    });
    expect(item?.media[0]?.byteLength).toBeGreaterThan(14_000_000);
  });

  it('written by a machine are known as such', async () => {
    await server.deliver(
      letter('assente-1', { headers: ['Auto-Submitted: auto-replied'], subject: 'Fuori ufficio' }),
      shop,
    );
    expect(await arrived('assente-1')).toMatchObject({ automatic: 'auto-reply', addressed: false });
  });

  it('with ill will are harmless text', async () => {
    const text = '<script>alert(1)</script><img src=x onerror=alert(1)>Ciao\u202e';
    const nested = Array.from(
      { length: 10_000 },
      (_, depth) => `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n`,
    ).join('');
    await server.deliver(
      letter('ostile-1', { text, headers: ['Content-Type: text/html; charset=utf-8'] }),
      shop,
    );
    await server.deliver(
      letter('nidi-1', {
        text: `--n\r\n${nested}fine`,
        headers: ['Content-Type: multipart/mixed; boundary=n'],
      }),
      shop,
    );
    expect((await arrived('ostile-1')).text).toBe('Ciao');
    expect((await arrived('nidi-1')).author.nativeId).toBe(anna);
  });
});

describe('answers that go out', () => {
  it('arrive threaded, quoted and signed; are among the sent ones; come back once as our own; and mark what they answer', async () => {
    await server.deliver(
      letter('domanda-1', {
        text: 'Quando arriva?',
        subject: 'R: Re: Ordine 12',
        headers: ['References: <inizio@example.test>'],
      }),
      shop,
    );
    const item = await arrived('domanda-1');
    const opKey = randomUUID();
    const context = contextFor(server);
    const before = await drain(context);
    const png = Buffer.from('iVBORw0KGgo=', 'base64');
    const payload = payloadFor(item, 'Arriva giovedì.\nGrazie della pazienza, è quasi lì.', {
      media: [{ id: 'm1', mimeType: 'image/png', byteLength: png.length, alt: '', name: 'mappa.png' }],
    });
    expect(await send(context, payload, opKey, png)).toEqual({
      state: 'accepted',
      nativeId: `${opKey}@cantina.test`,
    });
    const received = await server.awaitMail(anna, ({ raw }) => raw.includes(opKey));
    const parsed = await PostalMime.parse(received.source);
    expect(parsed).toMatchObject({
      subject: 'Re: Ordine 12',
      messageId: `<${opKey}@cantina.test>`,
      inReplyTo: '<domanda-1@example.test>',
      references: '<inizio@example.test> <domanda-1@example.test>',
      from: { address: shop, name: 'Marta Rossi · Cantina Rocca' },
      to: [{ address: anna }],
    });
    expect(parsed.bcc).toBeUndefined();
    expect(parsed.text).toMatch(
      /^Arriva giovedì\.\nGrazie della pazienza, è quasi lì\.\n\nMarta Rossi\nCantina Rocca\n\nIl giorno .* alle ore .* Anna Bianchi ha scritto:\n> Quando arriva\?/,
    );
    expect(parsed.attachments).toMatchObject([{ filename: 'mappa.png', mimeType: 'image/png' }]);
    expect((await server.mailbox(shop, 'Sent')).filter(({ raw }) => raw.includes(opKey))).toHaveLength(1);
    await server.awaitMail(shop, ({ raw }) => raw.includes(`Message-ID: <${opKey}@`));
    const ours = itemsOf(await drain(context, before.cursor)).filter(
      ({ nativeId }) => nativeId === `${opKey}@cantina.test`,
    );
    expect(ours[0]).toMatchObject({
      ours: true,
      addressed: false,
      parentNativeId: 'domanda-1@example.test',
      text: 'Arriva giovedì.\nGrazie della pazienza, è quasi lì.\n\nMarta Rossi\nCantina Rocca',
    });
    expect(new Set(ours.map(({ nativeId, revision }) => `${nativeId} ${revision}`)).size).toBe(1);
    const inbox = await server.mailbox(shop);
    expect(inbox.find(({ raw }) => raw.includes('Message-ID: <domanda-1@'))?.flags).toContain('\\Answered');
    expect(inbox.find(({ raw }) => raw.includes(`Message-ID: <${opKey}@`))?.flags).toContain('\\Seen');
  });

  it('to somebody who is not there come back as undelivered', async () => {
    await server.deliver(letter('sparito-1', { headers: ['Reply-To: nessuno@cantina.test'] }), shop);
    const item = await arrived('sparito-1');
    const opKey = randomUUID();
    const context = contextFor(server);
    await send(context, payloadFor(item, 'Buongiorno.'), opKey);
    await server.awaitMail(shop, ({ raw }) => raw.includes('message/delivery-status') && raw.includes(opKey));
    const events = eventsOf(await drain(context));
    const undelivered = events.filter((event) => event.kind === 'undelivered');
    expect(undelivered).toContainEqual(
      expect.objectContaining({
        ofNativeId: `${opKey}@cantina.test`,
        recipient: 'nessuno@cantina.test',
        status: expect.stringMatching(/^5\./),
      }),
    );
    expect(itemsOf(await drain(context)).find(({ automatic }) => automatic === 'bounce')).toMatchObject({
      addressed: false,
      parentNativeId: `${opKey}@cantina.test`,
    });
  });

  it('are not sent by a wrong password, nor while the server is away', async () => {
    await server.deliver(letter('niente-1'), shop);
    const payload = payloadFor(await arrived('niente-1'), 'Buongiorno.');
    expect(await send(contextFor(server, {}, 'sbagliata'), payload, randomUUID())).toMatchObject({
      state: 'rejected',
      problem: { kind: 'unauthorised' },
    });
    expect(await send(contextFor(server, { smtpPort: 1 }), payload, randomUUID())).toMatchObject({
      state: 'not-sent',
      problem: { kind: 'unreachable' },
    });
  });

  it('whose connection breaks after the letter has passed are looked for, found, and at the peer once', async () => {
    await server.deliver(letter('taglio-1'), shop);
    const payload = payloadFor(await arrived('taglio-1'), 'Una volta sola.');
    const opKey = randomUUID();
    const startedAt = new Date();
    const cable = await startCable(server.submission, 'end-of-data');
    const cut = contextFor(server, { smtpPort: cable.port, smtpSecurity: 'none' });
    expect(await send(cut, payload, opKey)).toMatchObject({ state: 'unknown' });
    const context = contextFor(server);
    const settled = await waitUntil(
      async () => {
        const settlement = await settle(context, payload, opKey, startedAt);
        return settlement.state === 'unclear' ? undefined : settlement;
      },
      { what: 'our copy', within: 30_000, every: 300 },
    );
    expect(settled).toEqual({ state: 'accepted', nativeId: `${opKey}@cantina.test` });
    const atAnna = (await server.mailbox(anna)).filter(({ raw }) => raw.includes(`Message-ID: <${opKey}@`));
    expect(atAnna).toHaveLength(1);
    await cable.close();
  });

  it('whose connection breaks before the letter are certainly not sent, and are found absent', async () => {
    await server.deliver(letter('taglio-2'), shop);
    const payload = payloadFor(await arrived('taglio-2'), 'Mai partita.');
    const opKey = randomUUID();
    const cable = await startCable(server.submission, 'data');
    expect(
      await send(contextFor(server, { smtpPort: cable.port, smtpSecurity: 'none' }), payload, opKey),
    ).toMatchObject({ state: 'not-sent' });
    const context = contextFor(server);
    expect(await settle(context, payload, opKey)).toMatchObject({
      state: 'unclear',
      lookAgainMs: expect.any(Number),
    });
    expect(await settle(context, payload, opKey, new Date(Date.now() - 91_000))).toEqual({ state: 'absent' });
    await cable.close();
  });
});
