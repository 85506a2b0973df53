import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { describeChannelContract } from '../../../test/harness/channel-contract.ts';
import type { Draft } from '../contract.ts';
import { facebookChannel } from './channel.ts';
import { facebookLimits } from './compose.ts';

const notifications = fs.readFileSync(path.join(import.meta.dirname, 'fixtures/notifications.jsonl'));
const context = { accountId: '222' };

const draft: Draft = {
  text: 'Grazie!',
  inReplyTo: {
    ...{ nativeId: '111_900', references: [], authorNativeId: '5551', saidAt: '2026-11-20T10:00:00.000Z' },
    context: { kind: 'comment', target: '111_900' },
  },
  ...{ media: [], options: {}, writtenAt: '2026-11-20T12:00:00.000Z', signedBy: { name: 'Marta' } },
};

describeChannelContract(facebookChannel, {
  documents: [notifications],
  context,
  settings: { clientId: '1234567890' },
  secrets: { clientSecret: 'segreto-di-prova' },
  writing: { limits: facebookLimits(false), draft },
});

it('tells what a page’s notifications say, each in its kind', () => {
  const events = facebookChannel
    .readRaw(notifications, context)
    .flatMap((raw) => facebookChannel.normalise(raw));
  expect(events.map((event) => (event.kind === 'item' ? event.item.form : event.kind))).toEqual([
    'comment',
    'reaction',
    'removed',
    'post',
    'review',
    'unrecognised',
    'message',
    'message',
    'receipt',
    'reaction',
    'message',
    'post',
    'comment',
  ]);
});
