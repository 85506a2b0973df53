import { cleanBody, cleanLine } from '../clean-words.ts';
import type { ChannelEvent, RawItem } from '../events.ts';
import { readFailures } from './delivery-status.ts';
import { type Letter, openLetter } from './letter.ts';
import { itemOf } from './mail-item.ts';
import { itemOfNotice } from './notices/item-of-notice.ts';
import { readNotice } from './notices/read-notice.ts';
import { readReceipt } from './pec.ts';
import { MAIL_TYPE } from './read-raw.ts';

/** A message as what was said in it; a returned one also as what did not arrive. Pure and total. */
export const normaliseMail = (raw: RawItem): readonly ChannelEvent[] => {
  const letter = raw.contentType === MAIL_TYPE ? openLetter(bytesOf(raw)) : undefined;
  if (!letter)
    return [
      {
        kind: 'unrecognised',
        nativeId: cleanLine(raw.nativeId, 400) || 'none',
        reason: 'not a mail message',
      },
    ];
  const failures = failuresOf(letter);
  const item = itemOf(raw, letter, failures.length > 0);
  const notice = failures.length === 0 ? readNotice(letter) : undefined;
  if (notice) return [{ kind: 'item', item: itemOfNotice(item, notice) }];
  return [
    ...failures.map((failure): ChannelEvent => ({ kind: 'undelivered', ...failure })),
    {
      kind: 'item',
      item: failures[0]?.ofNativeId ? { ...item, parentNativeId: failures[0].ofNativeId } : item,
    },
  ];
};

type Failure = Omit<Extract<ChannelEvent, { kind: 'undelivered' }>, 'kind'>;

const failuresOf = (letter: Letter): readonly Failure[] => {
  const reported = readFailures(letter.bytes, letter.envelope);
  if (reported) return reported;
  const receipt = readReceipt(letter.envelope.headers);
  if (receipt?.hasFailed) {
    return [
      {
        ...(receipt.ofNativeId ? { ofNativeId: receipt.ofNativeId } : {}),
        reason: receipt.subject || 'PEC: not delivered',
      },
    ];
  }
  return letter.isReturned
    ? [{ reason: cleanLine(cleanBody(letter.body.text.slice(0, 2_000)), 500) || 'the letter was returned' }]
    : [];
};

const bytesOf = ({ body, encoding }: RawItem): Buffer =>
  Buffer.from(body, encoding === 'base64' ? 'base64' : 'utf8');
