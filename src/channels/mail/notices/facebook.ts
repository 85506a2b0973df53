import type { NoticeKind } from './read-review.ts';

/** Facebook's notifications to those who keep a Page: comments and mentions. Not documented; samples are ours. */
export const facebookNotice: NoticeKind = {
  platform: 'facebook',
  senders: ['facebookmail.com', 'facebook.com'],
  hosts: ['facebook.com', 'fb.com', 'fb.me'],
  subjects: [
    /^(?<author>.{1,100}?) (?:ha commentato|ha (?:risposto|menzionato)|ti ha menzionat[oa]|commented on|replied to|mentioned)\b/i,
    /(?:nuovo commento|new comment) (?:di|da|from|by) (?<author>.{1,100}?)(?: (?:su|on) .*)?$/i,
  ],
  form: 'comment',
  best: 5,
  answerLink: /comment|posts|permalink|story/i,
};
