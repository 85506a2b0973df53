import { createServer, connect as dial, type Server, type Socket } from 'node:net';
import type { Batch, Draft, Json } from '../../../src/channels/contract.ts';
import type { ChannelEvent, Item } from '../../../src/channels/events.ts';
import { mailChannel } from '../../../src/channels/mail/channel.ts';
import { composeMail, type MailPayload, mailLimits } from '../../../src/channels/mail/compose.ts';
import type { MailContext } from '../../../src/channels/mail/connect-options.ts';
import { systemClock } from '../../../src/platform/clock.ts';
import { createGuardedFetch } from '../../../src/platform/fetch/index.ts';
import { silentLog } from '../../../src/platform/log.ts';
import { expectOk } from '../../../src/platform/result.ts';
import type { MailServer } from './mail-server.ts';

export const shop = 'clienti@cantina.test';
export const anna = 'anna@example.test';
export const nobody = { searches: [], wants: () => true };

/** The channel's own view of the shop's mailbox on the real servers; `changes` are values of the form. */
export const contextFor = (
  server: MailServer,
  changes: Readonly<Record<string, string | number>> = {},
  password = 'secret',
): MailContext => ({
  connectionId: 'connection',
  settings: mailChannel.settingsSchema.parse({
    address: shop,
    name: 'Cantina Rocca',
    imapHost: server.imaps.host,
    imapPort: server.imaps.port,
    smtpHost: server.submissions.host,
    smtpPort: server.submissions.port,
    ca: server.authority.replaceAll('\n', ' '),
    ...changes,
  }) as MailContext['settings'],
  secrets: { password },
  account: null,
  http: createGuardedFetch({ allowPrivateAddresses: ['127.0.0.1'], userAgent: 'test' }),
  clock: systemClock,
  log: silentLog,
  keepSecrets: async () => {},
});

export const letter = (
  id: string,
  { text = 'Buongiorno.', subject = 'Prova', headers = [] as readonly string[] } = {},
): string =>
  [
    `From: Anna Bianchi <${anna}>`,
    `To: ${shop}`,
    `Subject: ${subject}`,
    `Message-ID: <${id}@example.test>`,
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    ...headers,
    ...(headers.some((header) => /^content-type/i.test(header))
      ? []
      : ['Content-Type: text/plain; charset=utf-8']),
    '',
    text,
    '',
  ].join('\r\n');

export const eventsOf = (batch: Batch): readonly ChannelEvent[] =>
  batch.items.flatMap((raw) => mailChannel.normalise(raw));

export const itemsOf = (batch: Batch): readonly Item[] =>
  eventsOf(batch).flatMap((event) => (event.kind === 'item' ? [event.item] : []));

/** Polls until nothing more is ready; every batch's items, as the core would get them. */
export const drain = async (context: MailContext, from: Json = null): Promise<Batch> => {
  let batch = expectOk(await poll(context, from));
  const items = [...batch.items];
  while (batch.more) {
    batch = expectOk(await poll(context, batch.cursor));
    items.push(...batch.items);
  }
  return { items, cursor: batch.cursor };
};

export const poll = (context: MailContext, cursor: Json) => {
  if (!mailChannel.receive.poll) throw new Error('mail is polled');
  return mailChannel.receive.poll(context, cursor, nobody);
};

/** The stream, running until `stop`; every item that came through it. */
export const startStream = (context: MailContext, cursor: Json = null) => {
  const stopping = new AbortController();
  const batches: Batch[] = [];
  let isOpen = false;
  const ended = mailChannel.receive.stream?.(
    context,
    cursor,
    nobody,
    async (batch) => {
      batches.push(batch);
    },
    () => {
      isOpen = true;
    },
    stopping.signal,
  );
  return {
    batches,
    items: () => batches.flatMap(itemsOf),
    isOpen: () => isOpen,
    cursor: () => batches.at(-1)?.cursor ?? cursor,
    ended,
    stop: () => {
      stopping.abort();
      return ended;
    },
  };
};

export const payloadFor = (item: Item, text: string, changes: Partial<Draft> = {}): MailPayload =>
  expectOk(
    composeMail(
      {
        text,
        inReplyTo: {
          nativeId: item.nativeId,
          references: item.references,
          authorNativeId: item.author.nativeId,
          ...(item.author.name ? { authorName: item.author.name } : {}),
          quote: item.text,
          saidAt: item.saidAt ?? '2026-11-02T09:00:00.000Z',
          context: item.replyContext,
        },
        media: [],
        options: {},
        signedBy: { name: 'Marta Rossi' },
        ...changes,
      },
      mailLimits,
    ),
  );

export const send = (
  context: MailContext,
  payload: MailPayload,
  opKey: string,
  media: Uint8Array = new Uint8Array(),
) => {
  if (!mailChannel.send) throw new Error('mail is sent');
  return mailChannel.send({ ...context, loadMedia: async () => media }, payload, opKey);
};

export const settle = (context: MailContext, payload: MailPayload, opKey: string, startedAt = new Date()) => {
  if (!mailChannel.settle) throw new Error('mail is settled');
  return mailChannel.settle(context, payload, opKey, startedAt);
};

/** A cable to the SMTP server that can be cut at a moment of the conversation; plain text, so that it can listen. */
export const startCable = async (
  target: { readonly host: string; readonly port: number },
  /** `end-of-data`: once the whole letter has passed, before the server's answer. `data`: before the letter. */
  cutAt: 'end-of-data' | 'data',
): Promise<{ readonly port: number; close(): Promise<void> }> => {
  const sockets = new Set<Socket>();
  const server: Server = createServer((client) => {
    const peer = dial(target);
    for (const socket of [client, peer]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
    let sent = '';
    let isCut = false;
    client.on('data', (bytes) => {
      if (isCut) return;
      sent = (sent + bytes.toString('latin1')).slice(-200_000);
      if (cutAt === 'data' && /\r\nDATA\r\n/i.test(sent)) {
        isCut = true;
        client.destroy();
        peer.destroy();
        return;
      }
      peer.write(bytes);
      if (/\r\nDATA\r\n[\s\S]*\r\n\.\r\n$/i.test(sent)) {
        isCut = true;
        client.destroy();
      }
    });
    peer.on('data', (bytes) => {
      if (!isCut) client.write(bytes);
    });
    client.on('close', () => setTimeout(() => peer.destroy(), 2_000));
    peer.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
};
