import type { Problem } from '../../platform/http/problem.ts';

/** Why conversations are not joined or divided, in words. */
export const arrangeProblems = {
  'same-thread': {
    status: 422,
    code: 'same-thread',
    title: {
      it: 'Una conversazione non si unisce a sé stessa.',
      en: 'A conversation is not joined with itself.',
    },
    errors: [{ path: 'others', message: 'the same conversation twice' }],
  },
  'other-connection': {
    status: 422,
    code: 'other-connection',
    title: {
      it: 'Vivono su due collegamenti diversi, e una risposta parte da uno solo. Si leggono insieme da «Tutta la conversazione», quando le persone sono la stessa.',
      en: 'They live on two connections, and an answer leaves from one only. They are read together under “The whole conversation”, once the people are known to be one.',
    },
    errors: [{ path: 'others', message: 'on another connection' }],
  },
  'too-much-at-once': {
    status: 422,
    code: 'too-much-at-once',
    title: {
      it: 'Sono più di cinquantamila messaggi: troppi per spostarli in una volta.',
      en: 'These are more than fifty thousand messages: too many to be moved at once.',
    },
    errors: [{ path: 'others', message: 'more than 50000 mentions' }],
  },
  'reply-under-way': {
    status: 409,
    code: 'reply-under-way',
    title: {
      it: 'Una risposta sta partendo da qui: fra qualche secondo si può.',
      en: 'An answer is leaving from here: it can be done in a few seconds.',
    },
  },
  'not-its-mentions': {
    status: 422,
    code: 'not-its-mentions',
    title: {
      it: 'Qualcuno di questi messaggi non è più in questa conversazione.',
      en: 'Some of these messages are no longer in this conversation.',
    },
    errors: [{ path: 'mentionIds', message: 'not in this conversation' }],
  },
  'nothing-left': {
    status: 422,
    code: 'nothing-left',
    title: {
      it: 'Così qui non resterebbe niente: lascia almeno un messaggio.',
      en: 'Nothing would be left here: leave at least one message.',
    },
    errors: [{ path: 'mentionIds', message: 'all of the conversation' }],
  },
  'arrangement-over': {
    status: 409,
    code: 'arrangement-over',
    title: {
      it: 'Non c’è più niente da riportare com’era.',
      en: 'There is nothing left to put back.',
    },
  },
} as const satisfies Readonly<Record<string, Problem>>;
