import { ImapFlow } from 'imapflow';
import { createTransport } from 'nodemailer';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MailServer, startMailServer } from './mail-server.ts';

const shop = 'clienti@cantina.test';
const anna = 'anna@example.test';
const complaint = (id: string) =>
  [
    `From: Anna Bianchi <${anna}>`,
    `To: ${shop}`,
    'Subject: =?utf-8?q?Bottiglia_rotta_=E2=80=94_=C3=A8_il_secondo_reclamo?=',
    `Message-ID: <${id}@example.test>`,
    'Date: Mon, 02 Nov 2026 10:00:00 +0100',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Buongiorno, la bottiglia è arrivata rotta.',
    '',
  ].join('\r\n');

describe('the real mail servers', () => {
  let server: MailServer;
  beforeAll(async () => {
    server = await startMailServer();
  });
  afterAll(() => server?.stop());

  it('bring a letter from SMTP to the inbox, and IDLE announces it', async () => {
    const client = new ImapFlow({
      ...server.imap,
      secure: false,
      doSTARTTLS: false,
      auth: { user: shop, pass: 'secret' },
      logger: false,
    });
    await client.connect();
    await client.mailboxOpen('INBOX');
    expect(client.capabilities.has('IDLE')).toBe(true);
    const announced = new Promise<number>((resolve) => {
      client.on('exists', ({ count }) => resolve(count));
    });
    const idling = client.idle();
    await server.deliver(complaint('rotta-1'), shop, { from: anna });
    expect(await announced).toBe(1);
    await client.logout();
    await idling;
    const [letter] = await server.mailbox(shop);
    const parsed = await PostalMime.parse(letter?.source ?? '');
    expect(parsed.subject).toBe('Bottiglia rotta — è il secondo reclamo');
    expect(parsed.messageId).toBe('<rotta-1@example.test>');
  });

  it('have a folder for sent letters, known by its special use', async () => {
    const client = new ImapFlow({
      ...server.imaps,
      secure: true,
      tls: { ca: server.authority },
      auth: { user: shop, pass: 'secret' },
      logger: false,
    });
    await client.connect();
    const folders = await client.list();
    await client.logout();
    expect(folders.find(({ specialUse }) => specialUse === '\\Sent')?.path).toBe('Sent');
  });

  it.each(['submission', 'submissions'] as const)(
    'let a user who signs in send through %s, and nobody else',
    async (door) => {
      const settings = { ...server[door], secure: door === 'submissions', tls: { ca: server.authority } };
      const letter = { from: shop, to: anna, subject: `Scuse da ${door}`, text: 'Te la rimandiamo.' };
      const send = (pass: string) =>
        createTransport({ ...settings, auth: { user: shop, pass } }).sendMail(letter);
      await expect(send('sbagliata')).rejects.toMatchObject({ code: 'EAUTH' });
      await expect(createTransport(settings).sendMail(letter)).rejects.toThrow();
      await send('secret');
      const received = await server.awaitMail(anna, ({ raw }) => raw.includes(`Subject: Scuse da ${door}`));
      expect(received.raw).toContain('Te la rimandiamo.');
    },
  );

  it('return a letter for somebody unknown with a delivery status notification', async () => {
    await server.deliver(complaint('ignoto-1'), 'nessuno@cantina.test', { from: anna });
    const bounce = await server.awaitMail(anna, ({ raw }) => raw.includes('message/delivery-status'));
    expect(bounce.raw).toMatch(/^Return-Path: <>/m);
    expect(bounce.raw).toMatch(/Final-Recipient: rfc822; ?nessuno@cantina\.test/i);
    expect(bounce.raw).toMatch(/Status: 5\./);
  });

  it('deliver plus-addresses to the person before the plus', async () => {
    await server.deliver(complaint('piu-1'), 'clienti+caso42@cantina.test');
    const letter = await server.awaitMail(shop, ({ raw }) => raw.includes('<piu-1@example.test>'));
    expect(letter.raw).toContain('clienti+caso42@cantina.test');
  });

  it('refuse connections during an outage and keep the letters', async () => {
    const before = await server.mailbox(shop);
    await server.pause();
    await expect(server.deliver(complaint('assente-1'), shop)).rejects.toMatchObject({ code: 'ESOCKET' });
    await server.resume();
    expect(await server.mailbox(shop)).toEqual(before);
  });
});
