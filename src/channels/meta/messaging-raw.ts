import type { RawItem } from '../events.ts';
import { type Message, type MessagingPart, messageRevision } from './messaging.ts';
import { rawDocument } from './raw-document.ts';

type Given = { readonly contentType: string; readonly context: Readonly<Record<string, string>> };

/** A part of messaging as a raw item. */
export const rawPart = (given: Given, part: MessagingPart): RawItem => {
  if ('message' in part) return rawMessage(given, part.message);
  if ('removed' in part)
    return rawDocument({ ...given, nativeId: part.removed, revision: ['removed'], document: part });
  if ('reaction' in part) {
    const { mid, person, kind } = part.reaction;
    return rawDocument({ ...given, nativeId: `reaction:${mid}:${person}`, revision: [kind], document: part });
  }
  const { mid, state } = part.receipt;
  return rawDocument({ ...given, nativeId: `receipt:${state}:${mid}`, revision: [state], document: part });
};

export const rawMessage = (given: Given, message: Message): RawItem =>
  rawDocument({ ...given, nativeId: message.mid, revision: messageRevision(message), document: { message } });
