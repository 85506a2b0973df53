import fs from 'node:fs';
import { describeChannelContract } from '../../../test/harness/channel-contract.ts';
import { proves } from '../../../test/harness/proves.ts';
import { blueskyChannel } from './channel.ts';
import { blueskyLimits } from './limits.ts';
import { normaliseBluesky } from './normalise.ts';
import { readRawBluesky } from './read-raw.ts';

proves('bluesky', 'recorded', ['mentions', 'comments', 'image', 'alt-text']);

const fixture = (name: string): Uint8Array =>
  new Uint8Array(fs.readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
const documents = ['notifications.json', 'author-feed.json', 'removed.json'].map(fixture);
const notification = readRawBluesky(fixture('notifications.json'), {}).flatMap(normaliseBluesky);
const mention = notification.flatMap((event) =>
  event.kind === 'item' && event.item.form === 'post' ? [event.item] : [],
)[0];

describeChannelContract(blueskyChannel, {
  documents,
  context: { accountId: 'did:plc:j26xqvv2ehd4eu2ekyp7rf3x' },
  settings: {
    handle: 'cantina.bsky.social',
    publicSearch: true,
    stream: false,
    streamUrl: 'wss://bsky.network',
    service: 'https://bsky.social',
  },
  secrets: { appPassword: 'abcd-efgh-ijkl-mnop' },
  writing: {
    limits: blueskyLimits,
    draft: {
      text: 'Grazie @anna.test, ci vediamo in cantina 🍷 https://cantina.example #vendemmia',
      inReplyTo: {
        nativeId: mention?.nativeId ?? '',
        references: [],
        authorNativeId: mention?.author.nativeId ?? '',
        saidAt: mention?.saidAt ?? '',
        context: mention?.replyContext ?? {},
      },
      media: [],
      options: { language: 'it', visibility: 'public' },
      signedBy: { name: 'Marta' },
    },
  },
});
