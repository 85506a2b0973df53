import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { describeChannelContract } from '../../../test/harness/channel-contract.ts';
import type { Draft } from '../contract.ts';
import { instagramChannel } from './channel.ts';
import { instagramLimits } from './compose.ts';

const notifications = fs.readFileSync(path.join(import.meta.dirname, 'fixtures/notifications.jsonl'));
const context = { accountId: '17841400000000001', username: 'cantinarossi' };

/** A message: its limit is the account's own, that of comments is narrower. */
const draft: Draft = {
  text: 'Grazie!',
  inReplyTo: {
    ...{ nativeId: 'aWdf1', references: [], authorNativeId: '7771', saidAt: '2026-11-20T10:00:00.000Z' },
    context: { kind: 'message', person: '7771' },
  },
  ...{ media: [], options: {}, writtenAt: '2026-11-20T12:00:00.000Z', signedBy: { name: 'Marta' } },
};

describeChannelContract(instagramChannel, {
  documents: [notifications],
  context,
  settings: { clientId: '1234567890' },
  secrets: { clientSecret: 'segreto-di-prova' },
  writing: { limits: instagramLimits(false), draft },
});

it('tells what an account’s notifications say, and leaves mentions to be asked for', () => {
  const events = instagramChannel
    .readRaw(notifications, context)
    .flatMap((raw) => instagramChannel.normalise(raw));
  expect(
    events.map((event) => (event.kind === 'item' ? [event.item.form, event.item.ours] : event.kind)),
  ).toEqual([
    ['comment', false],
    'unrecognised',
    ['message', false],
    ['message', true],
    'receipt',
    ['message', false],
    ['post', true],
    ['comment', false],
    ['comment', true],
  ]);
});
