import type { NoticeKind } from './read-review.ts';

/** Google Business Profile: "somebody left a review". Not documented by Google; samples are ours. */
export const googleNotice: NoticeKind = {
  platform: 'google',
  senders: ['google.com'],
  hosts: ['google.com', 'google.it', 'g.co', 'goo.gl'],
  subjects: [
    /^(?<author>.{1,100}?) (?:ha (?:lasciato|scritto|pubblicato) una (?:nuova )?recensione|left a (?:new )?review|reviewed)\b/i,
    /(?:nuova recensione|ha ricevuto una recensione|hai ricevuto una (?:nuova )?recensione|new (?:google )?review|you(?:'ve| have)? (?:got|received) a (?:new )?review)/i,
  ],
  form: 'review',
  best: 5,
  answerLink: /review|recension|reply/i,
};
