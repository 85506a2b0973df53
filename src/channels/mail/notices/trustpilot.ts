import type { NoticeKind } from './read-review.ts';

/** Trustpilot Business: a new service review. Not documented; samples are ours. */
export const trustpilotNotice: NoticeKind = {
  platform: 'trustpilot',
  senders: ['trustpilot.com', 'trustpilotmail.com'],
  hosts: ['trustpilot.com'],
  subjects: [
    /^(?<author>.{1,100}?) (?:ha (?:appena )?(?:scritto|lasciato) una recensione|(?:just )?(?:wrote|left) (?:you )?a(?: new)?(?: \d-star)? review)\b/i,
    /(?:nuova recensione|new (?:\d-star )?(?:service )?review)/i,
  ],
  form: 'review',
  best: 5,
  answerLink: /businessapp|reply|reviews\//i,
};
