import type { RawItem } from '../events.ts';
import { fittingId, textDigest } from '../text-digest.ts';
import { BY_HAND_TYPE } from './hand-note.ts';

/** A JSON document of one note, or a list of them. `id` inside makes writing it down twice harmless. */
export const readRawByHand = (
  bytes: Uint8Array,
  context: Readonly<Record<string, string>>,
): readonly RawItem[] => {
  if (bytes.length === 0) return [];
  const text = new TextDecoder().decode(bytes);
  const notes = parse(text);
  return notes.map((note) => rawItemOf(note, context));
};

/** One note as a raw item, ready for ingestion. */
export const rawItemOf = (note: unknown, context: Readonly<Record<string, string>> = {}): RawItem => {
  const body = JSON.stringify(note) ?? 'null';
  const digest = textDigest(body);
  return {
    nativeId: fittingId(idOf(note) ?? `digest:${digest}`),
    revision: digest,
    contentType: BY_HAND_TYPE,
    encoding: 'utf8',
    body,
    context: { ...context },
  };
};

const idOf = (note: unknown): string | undefined =>
  typeof note === 'object' && note !== null && 'id' in note && typeof note.id === 'string' && note.id !== ''
    ? note.id
    : undefined;

const parse = (text: string): readonly unknown[] => {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed.slice(0, 10_000) : [parsed];
  } catch {
    return [text.slice(0, 4_096)];
  }
};
