import { createHash } from 'node:crypto';
import type { Answer, Asked } from '../authorization-server.ts';
import { GraphRefusal } from './graph-fields.ts';
import type { Token, Vendor as Whole } from './meta-server.ts';

type Vendor = Pick<Whole, 'objects' | 'tokens' | 'now'>;

const MINUTES_5 = 300_000;

/** Where a medium lies, for five minutes: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media#retrieve-media-url */
export const mediumOf = (
  vendor: Vendor,
  id: string,
  params: URLSearchParams,
  token: Token,
): object | undefined => {
  const held = vendor.objects.get(id);
  if (held?.type !== 'wa-held') return undefined;
  if (!token.scopes.includes('whatsapp_business_messaging'))
    throw new GraphRefusal(403, 10, '(#10) whatsapp_business_messaging');
  // "Include the phone_number_id to verify the media was uploaded on it."
  if (params.get('phone_number_id') !== held.number)
    throw new GraphRefusal(400, 100, '(#100) Invalid parameter', 33);
  const bytes = Buffer.from(String(held.bytes));
  return {
    messaging_product: 'whatsapp',
    url: `${held.host ?? 'https://lookaside.fbsbx.com'}/whatsapp_business/attachments/?mid=${id}&ext=${vendor.now() + MINUTES_5}`,
    mime_type: held.mimeType,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    file_size: bytes.length,
    id,
  };
};

/** The bytes themselves: only with the token in its header, and while the address holds. */
export const heldMedia = (vendor: Vendor, { method, url, headers }: Asked): Answer | undefined => {
  if (method !== 'GET' || url.pathname !== '/whatsapp_business/attachments/') return undefined;
  const held = vendor.objects.get(url.searchParams.get('mid') ?? '');
  const isKnown = vendor.tokens.has((headers.authorization ?? '').replace(/^Bearer /, ''));
  if (!isKnown) return { status: 401, body: '' };
  if (!held || Number(url.searchParams.get('ext')) < vendor.now()) return { status: 404, body: '' };
  return { status: 200, body: String(held.bytes), headers: { 'content-type': String(held.mimeType) } };
};
