import { cleanLine } from '../clean-words.ts';
import type { ChannelEvent, RawItem } from '../events.ts';
import { fittingId } from '../text-digest.ts';
import { itemOfTold } from '../told/item-of.ts';
import { toldBy } from '../told/mapping.ts';
import { mappingFor, WEBHOOK_TYPE } from './read-raw.ts';

/** A thing that was brought, as its mapping tells it. Pure and total. */
export const normaliseWebhook = (raw: RawItem): readonly ChannelEvent[] => {
  const thing = raw.contentType === WEBHOOK_TYPE && raw.encoding === 'utf8' ? parse(raw.body) : undefined;
  if (thing === null || typeof thing !== 'object') return [unrecognised(raw, 'not-json')];
  const zone = raw.context.zone || 'Europe/Rome';
  const telling = toldBy(thing, mappingFor(thing, raw.context), { zone, us: new Set() });
  if ('trouble' in telling) return [unrecognised(raw, telling.trouble)];
  const item = itemOfTold(raw, telling.told, (id) => fittingId(`${raw.context.source ?? ''}:${id}`));
  return [item ? { kind: 'item', item } : unrecognised(raw, 'no-text')];
};

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

const unrecognised = (raw: RawItem, reason: string): ChannelEvent => ({
  kind: 'unrecognised',
  nativeId: cleanLine(raw.nativeId, 400) || 'none',
  reason,
});
