import { channelHalfLife } from '../ties/channel-half-life.ts';
import { contactLog } from '../ties/contact-log.ts';
import type { Events } from './event-columns.ts';

/** Trying half-lives costs a walk through the log for each: of a busy channel the latest contacts are enough. */
const MOST_CONTACTS = 50_000;

/** Days, by place of the channel: fitted on its own contacts where they are enough, the usual one otherwise. */
export const fitHalfLives = (events: Events, channels: readonly string[]): readonly number[] =>
  channels.map((channel, place) => channelHalfLife(channel, contactsOf(events, place)).halfLifeDays);

const contactsOf = (events: Events, channel: number) => {
  const chosen: number[] = [];
  for (let event = 0; event < events.count; event += 1)
    if (events.channel[event] === channel) chosen.push(event);
  const latest =
    chosen.length <= MOST_CONTACTS
      ? chosen
      : chosen.sort((a, b) => (events.at[b] ?? 0) - (events.at[a] ?? 0)).slice(0, MOST_CONTACTS);
  return contactLog(
    latest.map((event) => events.from[event] ?? 0),
    latest.map((event) => events.to[event] ?? 0),
    latest.map((event) => events.at[event] ?? 0),
  );
};
