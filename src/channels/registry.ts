import { blueskyChannel } from './bluesky/channel.ts';
import { byHandChannel } from './by-hand/channel.ts';
import type { Channel } from './contract.ts';
import { fediverseChannel } from './fediverse/channel.ts';
import { feedChannel } from './feed/channel.ts';
import { mailChannel } from './mail/channel.ts';

/** Every channel there is: one line each, in the order in which they are offered. */
export const channels: readonly Channel[] = [
  blueskyChannel,
  mailChannel,
  feedChannel,
  fediverseChannel,
  byHandChannel,
];

/** The channel of that id; undefined for an id of another version of the program. */
export const findChannel = (id: string): Channel | undefined =>
  channels.find((channel) => channel.manifest.id === id);
