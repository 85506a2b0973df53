import { err, ok, type Result } from '../platform/result.ts';
import type { ChannelEvent } from './events.ts';
import { findChannel } from './registry.ts';

/**
 * The events that a raw document of a channel yields (a .eml, a feed, a JSON document), as docs/events.md tells them.
 * No database, no network. `context` is what `readRaw` of that channel takes, such as `feedUrl` or `accountId`.
 */
export const normaliseBytes = (
  channelId: string,
  bytes: Uint8Array,
  context: Readonly<Record<string, string>> = {},
): Result<readonly ChannelEvent[], { readonly kind: 'unknown-channel' }> => {
  const channel = findChannel(channelId);
  if (!channel) return err({ kind: 'unknown-channel' });
  return ok(channel.readRaw(bytes, context).flatMap((raw) => channel.normalise(raw)));
};
