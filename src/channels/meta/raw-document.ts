import type { ChannelEvent, RawItem } from '../events.ts';
import { storable } from '../storable.ts';
import { fittingId, textDigest } from '../text-digest.ts';
import { parseJson } from './tolerant.ts';

/** A document as a raw item of a channel of Meta's. */
export const rawDocument = (given: {
  readonly contentType: string;
  readonly nativeId: string | undefined;
  /** What makes another revision of it; the whole document unless said otherwise. */
  readonly revision?: readonly unknown[];
  readonly document: unknown;
  readonly context: Readonly<Record<string, string>>;
}): RawItem => {
  const body = storable(JSON.stringify(given.document) ?? 'null');
  return {
    nativeId: given.nativeId ? fittingId(given.nativeId) : `digest:${textDigest(body)}`,
    revision: given.revision ? textDigest(...given.revision) : textDigest(body),
    contentType: given.contentType,
    encoding: 'utf8',
    body,
    context: Object.fromEntries(
      Object.entries(given.context).map(([name, value]) => [storable(name), storable(value)]),
    ),
  };
};

/** Each once. */
export const distinct = (items: readonly RawItem[]): readonly RawItem[] => [
  ...new Map(items.map((item) => [`${item.nativeId}\n${item.revision}`, item])).values(),
];

/** JSON documents in bytes as found in the wild: one, or one a line. Total. */
export const documentsIn = (bytes: Uint8Array): readonly unknown[] => {
  const text = new TextDecoder().decode(bytes).trim();
  if (text === '') return [];
  const whole = parseJson(text);
  if (whole !== undefined) return Array.isArray(whole) ? whole.slice(0, 10_000) : [whole];
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length > 1 && text.startsWith('{'))
    return lines.slice(0, 10_000).map((line) => parseJson(line) ?? line.slice(0, 4_096));
  return [text.slice(0, 4_096)];
};

export const unrecognised = (raw: RawItem, reason: string): ChannelEvent => ({
  kind: 'unrecognised',
  nativeId: raw.nativeId,
  reason,
});
