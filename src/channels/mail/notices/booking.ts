import type { NoticeKind } from './read-review.ts';

/** Booking.com's extranet: a guest's review, of ten. Not documented; samples are ours. */
export const bookingNotice: NoticeKind = {
  platform: 'booking',
  senders: ['booking.com'],
  hosts: ['booking.com'],
  subjects: [
    /^(?<author>.{1,100}?) (?:ha (?:scritto|lasciato) (?:una|un) (?:recensione|giudizio)|(?:left|wrote) (?:you )?a (?:guest )?review)\b/i,
    /(?:nuov[oa] (?:recensione|giudizio)|hai ricevuto un(?:a)? (?:nuov[oa] )?(?:recensione|giudizio)|new guest review|you(?:'ve| have)? (?:got|received) a (?:new )?(?:guest )?review)/i,
  ],
  form: 'review',
  best: 10,
  answerLink: /admin\.booking\.com|reviews/i,
};
