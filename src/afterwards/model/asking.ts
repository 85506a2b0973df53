/** What is asked: how it went, or, where a complaint was solved, whether it is solved for them too. */
export const questions = ['how', 'solved'] as const;
export type Question = (typeof questions)[number];

/** How they answer: with a message to the same conversation, or on a page of ours. */
export const ways = ['reply', 'page'] as const;
export type Way = (typeof ways)[number];

/** Of how many choices: 1 is the worst, the last the best. Whether something is solved has three: no, in part, yes. */
export type Scale = 3 | 5;

export type Register = 'tu' | 'lei';

/** How an answer was understood; `person` when one of ours said what it means. */
export const readFroms = ['choice', 'number', 'yes-no', 'words', 'reading', 'person'] as const;
export type ReadFrom = (typeof readFroms)[number];

/** Rules by which somebody is not asked. They are all there are, and how often each was applied is shown. */
export const passReasons = ['public', 'recently', 'objected', 'harsh', 'nobody'] as const;
export type PassReason = (typeof passReasons)[number];

/** Of the answers on a scale, those that say that it went well: both upper ones of five, the best of three. */
export const isGood = (score: number, scale: Scale): boolean => (scale === 5 ? score >= 4 : score === 3);
export const isBad = (score: number, scale: Scale): boolean => (scale === 5 ? score <= 2 : score === 1);
