import { decodeText } from '../../platform/fetch/index.ts';
import { ok, type Result } from '../../platform/result.ts';
import type { ChannelContext, ChannelProblem, PushDelivery, PushReading } from '../contract.ts';
import { parseDocument } from './parse-document.ts';
import type { FeedSecrets, FeedSettings } from './settings.ts';
import { splitDocument } from './split-document.ts';
import { noteDenied, noteGranted } from './websub.ts';

/** What the hub brought: entries like those of a poll (known by the same ids), or its word on our subscription. */
export const readFeedDelivery = async (
  context: ChannelContext<FeedSettings, FeedSecrets>,
  { note, headers, rawBody }: PushDelivery,
): Promise<Result<PushReading, ChannelProblem>> => {
  if (note.kind === 'granted') await noteGranted(context, Number(note.lease));
  if (note.kind === 'denied') await noteDenied(context);
  if (note.kind !== 'content') return ok({ items: [] });
  const document = parseDocument(decodeText(rawBody, headers['content-type'] ?? null), note.topic);
  if (!document.ok) return ok({ items: [], refusal: document.error });
  const items = splitDocument(document.value, {
    ...document.value.around,
    fetchedAt: context.clock.now().toISOString(),
    ...(context.settings.ownSite ? { ownSite: '1' } : {}),
  });
  return ok({ items: items.toReversed() });
};
