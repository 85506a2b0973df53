import type { NoticeKind } from './read-review.ts';

/** TripAdvisor's Management Centre: a new review. Not documented; samples are ours. Its terms forbid keeping what its API gives; this is what it sends to its owners by mail. */
export const tripadvisorNotice: NoticeKind = {
  platform: 'tripadvisor',
  senders: ['tripadvisor.com', 'tripadvisor.it', 'tripadvisormail.com'],
  hosts: ['tripadvisor.com', 'tripadvisor.it'],
  subjects: [
    /^(?<author>.{1,100}?) (?:ha (?:scritto|pubblicato) una (?:nuova )?recensione|wrote a (?:new )?review)\b/i,
    /(?:nuova recensione|new (?:traveler |traveller |tripadvisor )?review|recensione di un viaggiatore)/i,
  ],
  form: 'review',
  best: 5,
  answerLink: /ManagementCenter|owner|reply|respond|ShowUserReviews/i,
};
