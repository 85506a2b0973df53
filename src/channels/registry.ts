import { blueskyChannel } from './bluesky/channel.ts';
import { byHandChannel } from './by-hand/channel.ts';
import type { Channel } from './contract.ts';
import { discourseChannel } from './discourse/channel.ts';
import { facebookChannel } from './facebook/channel.ts';
import { fediverseChannel } from './fediverse/channel.ts';
import { feedChannel } from './feed/channel.ts';
import { googleBusinessChannel } from './google-business/channel.ts';
import { importedChannel, linkedinArchiveChannel } from './imported/channel.ts';
import { instagramChannel } from './instagram/channel.ts';
import { linkedinChannel } from './linkedin/channel.ts';
import { mailChannel } from './mail/channel.ts';
import { telegramChannel } from './telegram/channel.ts';
import { threadsChannel } from './threads/channel.ts';
import { webhookChannel } from './webhook/channel.ts';
import { webmentionChannel } from './webmention/channel.ts';
import { whatsappChannel } from './whatsapp/channel.ts';
import { wordpressChannel } from './wordpress/channel.ts';
import { xChannel } from './x/channel.ts';
import { youtubeChannel } from './youtube/channel.ts';

/** Every channel there is: one line each, in the order in which they are offered. */
export const channels: readonly Channel[] = [
  blueskyChannel,
  mailChannel,
  feedChannel,
  fediverseChannel,
  telegramChannel,
  whatsappChannel,
  facebookChannel,
  instagramChannel,
  threadsChannel,
  linkedinChannel,
  discourseChannel,
  xChannel,
  webmentionChannel,
  wordpressChannel,
  googleBusinessChannel,
  youtubeChannel,
  webhookChannel,
  byHandChannel,
  importedChannel,
  linkedinArchiveChannel,
];

/** The channel of that id; undefined for an id of another version of the program. */
export const findChannel = (id: string): Channel | undefined =>
  channels.find((channel) => channel.manifest.id === id);
