import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeChannelContract } from '../../../test/harness/channel-contract.ts';
import type { Draft } from '../contract.ts';
import type { Item } from '../events.ts';
import { whatsappChannel } from './channel.ts';
import { composeWhatsapp, whatsappLimits } from './compose.ts';

const notifications = fs.readFileSync(path.join(import.meta.dirname, 'fixtures/notifications.jsonl'));
const context = { phoneNumberId: '106540352242922' };
const events = whatsappChannel
  .readRaw(notifications, context)
  .flatMap((raw) => whatsappChannel.normalise(raw));
const items = events.flatMap((event): Item[] => (event.kind === 'item' ? [event.item] : []));
const itemOf = (id: string, text?: string) =>
  items.find((item) => item.nativeId === id && (text === undefined || item.text.includes(text)));

const draft: Draft = {
  text: 'Sì, ne abbiamo ancora.',
  inReplyTo: {
    nativeId: 'wamid.TEXT',
    references: [],
    authorNativeId: 'US.13491208655302741918',
    saidAt: '2026-11-20T10:00:00.000Z',
    context: { to: '16505551234' },
  },
  media: [],
  options: {},
  writtenAt: '2026-11-20T12:00:00.000Z',
  signedBy: { name: 'Marta' },
};

describeChannelContract(whatsappChannel, {
  documents: [notifications],
  context,
  settings: {
    clientId: '1234567890',
    phoneNumberId: '106540352242922',
    businessAccountId: '102290129340398',
  },
  secrets: { clientSecret: 'segreto-di-prova', accessToken: 'EAAtoken-di-prova' },
  writing: { limits: whatsappLimits, draft },
});

describe('what WhatsApp brings', () => {
  it('is one conversation a person, known by the id that a hidden number leaves', () => {
    expect(itemOf('wamid.TEXT', '2023')).toMatchObject({
      form: 'message',
      visibility: 'direct',
      addressed: true,
      ours: false,
      author: { nativeId: 'US.13491208655302741918', name: 'Sheena Nelson', handle: '+16505551234' },
      rootNativeId: 'chat:106540352242922:US.13491208655302741918',
      saidAt: '2025-06-08T20:59:43.000Z',
      replyContext: { to: '16505551234' },
    });
    expect(itemOf('wamid.IMAGE')).toMatchObject({
      text: 'È arrivata rotta',
      author: { handle: '@pablo.m' },
      parentNativeId: 'wamid.OURS',
      media: [{ kind: 'image', mimeType: 'image/jpeg' }],
      replyContext: { recipient: 'ES.99120865530274191811' },
    });
  });

  it('is edited, taken back, liked, pressed and placed', () => {
    expect(itemOf('wamid.TEXT', '2024')).toMatchObject({ editedAt: '2025-06-08T21:03:20.000Z' });
    expect(events).toContainEqual({
      kind: 'removed',
      nativeId: 'wamid.OLD',
      removedAt: '2025-06-08T21:05:00.000Z',
    });
    expect(events.find(({ kind }) => kind === 'reaction')).toMatchObject({
      reaction: 'like',
      ofNativeId: 'wamid.OURS',
    });
    expect(itemOf('wamid.BUTTON')?.text).toBe('Sì, grazie');
    expect(itemOf('wamid.PLACE')?.text).toBe('Enoteca\nVia Roma 1\n44.1, 9.8');
    expect(itemOf('wamid.UNSUPPORTED')).toMatchObject({ text: '', media: [{ name: 'unsupported' }] });
  });

  it('tells how far our own messages came, and which never arrived', () => {
    expect(events.filter(({ kind }) => kind === 'receipt')).toEqual([
      { kind: 'receipt', ofNativeId: 'wamid.OURS', state: 'sent', at: '2025-06-18T16:22:53.000Z' },
      { kind: 'receipt', ofNativeId: 'wamid.OURS', state: 'read', at: '2025-06-18T16:23:00.000Z' },
    ]);
    expect(events.filter(({ kind }) => kind === 'undelivered')).toMatchObject([
      { ofNativeId: 'wamid.LOST', status: '131026', reason: 'Message Undeliverable.' },
    ]);
  });

  it('holds what was written on the phone as ours, in the same conversation', () => {
    expect(itemOf('wamid.ECHO')).toMatchObject({
      ours: true,
      addressed: false,
      text: 'Sì, gliene teniamo sei.',
    });
    const shared = new Set(itemOf('wamid.TEXT')?.references);
    expect(itemOf('wamid.ECHO')?.references.filter((id) => shared.has(id))).toEqual([
      'chat:106540352242922:16505551234',
    ]);
  });

  it('leaves other numbers of the same account to their own channel', () => {
    expect(whatsappChannel.readRaw(notifications, { phoneNumberId: '999999' })).toEqual([]);
  });
});

describe('an answer on WhatsApp', () => {
  const kinds = (change: Partial<Draft>) => {
    const composed = composeWhatsapp({ ...draft, ...change }, whatsappLimits);
    return composed.ok ? [] : composed.error.map(({ kind }) => kind);
  };

  it('is taken for 24 hours, and after them told what else there is', () => {
    expect(kinds({ writtenAt: '2026-11-21T10:00:00.000Z' })).toEqual([]);
    expect(kinds({ writtenAt: '2026-11-21T10:00:01.000Z' })).toEqual(['closed']);
  });

  it('has less room beside a picture', () => {
    const media = [{ id: '1', mimeType: 'image/png', byteLength: 10, alt: '' }];
    expect(kinds({ text: 'a'.repeat(1_024), media })).toEqual([]);
    expect(kinds({ text: 'a'.repeat(1_025), media })).toEqual(['too-long']);
    expect(kinds({ text: '', media })).toEqual([]);
  });

  it('is never begun by us, nor sent to a group', () => {
    const { inReplyTo, ...cold } = draft;
    expect(composeWhatsapp(cold, whatsappLimits)).toMatchObject({
      error: [{ kind: 'reply-target-missing' }],
    });
    expect(
      kinds({ inReplyTo: { ...(inReplyTo as NonNullable<Draft['inReplyTo']>), context: { group: '1' } } }),
    ).toEqual(['reply-target-missing']);
  });
});
