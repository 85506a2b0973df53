import type { ContentLimits, Draft, Violation, Words } from '../contract.ts';
import { windowViolations } from './window.ts';

/** What Messenger and Instagram share: 24 hours, seven days for answers by a person where the app has that feature. */
export type MessagingLimits = ContentLimits & { readonly windowHours?: number };

export const WINDOW_HOURS = 24;
/** https://developers.facebook.com/docs/messenger-platform/send-messages/message-tags (HUMAN_AGENT) */
export const HUMAN_AGENT_HOURS = 7 * 24;
/** https://developers.facebook.com/docs/messenger-platform/discovery/private-replies */
const PRIVATE_REPLY_HOURS = 7 * 24;

/** PURE. Whether more than a day has passed, so that the message has to be said to come from a person. */
export const isLate = (draft: Draft): boolean =>
  windowViolations(draft, WINDOW_HOURS, windowClosed(false)).length > 0;

export const messageWindow = (draft: Draft, { windowHours = WINDOW_HOURS }: MessagingLimits) =>
  windowViolations(draft, windowHours, windowClosed(windowHours > WINDOW_HOURS));

export const privateReplyWindow = (draft: Draft): readonly Violation[] =>
  windowViolations(draft, PRIVATE_REPLY_HOURS, privateReplyClosed);

const windowClosed = (withAgent: boolean): Words =>
  withAgent
    ? {
        it: 'Sono passati più di 7 giorni dal suo messaggio: Meta non accetta più risposte. Usa un altro canale o aspetta che scriva di nuovo.',
        en: 'More than 7 days have passed since the message: Meta takes no more answers. Use another channel or wait until they write again.',
      }
    : {
        it: 'Sono passate più di 24 ore dal suo messaggio: Meta non accetta più risposte. Usa un altro canale o aspetta che scriva di nuovo. Con la funzione Human Agent approvata (nelle altre impostazioni del canale) ci sarebbero 7 giorni.',
        en: 'More than 24 hours have passed since the message: Meta takes no more answers. Use another channel or wait until they write again. With the feature Human Agent approved (in the channel’s other settings) there would be 7 days.',
      };

const privateReplyClosed: Words = {
  it: 'Sono passati più di 7 giorni dal commento: in privato non si può più rispondere. Rispondi sotto il commento, dove tutti leggono.',
  en: 'More than 7 days have passed since the comment: it can no longer be answered privately. Answer beneath the comment, where everybody reads.',
};
