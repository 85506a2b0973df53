import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { describeChannelContract } from '../../../test/harness/channel-contract.ts';
import type { Draft } from '../contract.ts';
import { threadsChannel } from './channel.ts';
import { threadsLimits } from './check.ts';

const notifications = fs.readFileSync(path.join(import.meta.dirname, 'fixtures/notifications.jsonl'));
const context = { accountId: '24680', username: 'cantinarossi' };

const draft: Draft = {
  text: 'Grazie!',
  inReplyTo: {
    ...{ nativeId: '402', references: [], authorNativeId: '@anna.sole', saidAt: '2026-11-20T10:00:00.000Z' },
    context: { target: '402' },
  },
  ...{ media: [], options: {}, signedBy: { name: 'Marta' } },
};

describeChannelContract(threadsChannel, {
  documents: [notifications],
  context,
  settings: { clientId: '1234567890' },
  secrets: { clientSecret: 'segreto-di-prova' },
  writing: { limits: threadsLimits, draft },
});

it('tells what notifications and answers of Threads say', () => {
  const events = threadsChannel
    .readRaw(notifications, context)
    .flatMap((raw) => threadsChannel.normalise(raw));
  expect(
    events.map((event) => (event.kind === 'item' ? [event.item.form, event.item.addressed] : event.kind)),
  ).toEqual([['reply', true], ['post', true], 'removed', ['post', false], 'unrecognised']);
  expect(events[3]).toMatchObject({
    item: { ours: true, links: [{ url: 'https://cantinarossi.example/rosso' }] },
  });
});
