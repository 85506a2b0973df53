import type { Violation, Words } from '../channels/index.ts';
import { notAllowed, notFound, type Problem } from '../platform/http/problem.ts';
import { type ApprovalFailure, approvalProblem } from './model/approval-problems.ts';
import type { BulkState } from './model/bulk.ts';
import { plainProblems as plain } from './model/plain-problems.ts';
import type { ReplyState } from './model/reply-state.ts';
import { violationPath, violationWords } from './model/violation-words.ts';

type Failure =
  | { readonly kind: 'not-allowed' | 'not-found' | keyof typeof plain }
  | { readonly kind: 'changed'; readonly byName: string | null }
  | { readonly kind: 'not-now'; readonly state: ReplyState }
  | { readonly kind: 'bulk-over'; readonly state: BulkState }
  | {
      readonly kind: 'answered-meanwhile';
      readonly byName: string | null;
      readonly body: string;
      readonly at: Date;
    }
  | ApprovalFailure
  | { readonly kind: 'violations'; readonly violations: readonly Violation[] }
  | { readonly kind: 'cannot-answer'; readonly reason: Words };

/** How this room's refusals are told, in the reader's language where a sentence is made of parts. */
export const problemOf = (failure: Failure, language: 'it' | 'en'): Problem => {
  switch (failure.kind) {
    case 'not-allowed':
      return notAllowed;
    case 'not-found':
      return notFound;
    case 'changed':
      return changed(failure.byName);
    case 'not-now':
      return { status: 409, code: 'not-now', title: tooLate[failure.state] };
    case 'bulk-over':
      return bulkOver;
    case 'answered-meanwhile':
      return answered(failure);
    case 'cannot-answer':
      return { status: 422, code: 'cannot-answer', title: failure.reason };
    case 'checks':
    case 'own-answer':
    case 'decided-meanwhile':
    case 'moved-on':
      return approvalProblem(failure, language);
    case 'violations':
      return violated(failure.violations, language);
    default:
      return plain[failure.kind];
  }
};

const changed = (byName: string | null): Problem => ({
  status: 409,
  code: 'changed',
  title: byName
    ? {
        it: `${byName} ha appena cambiato questa conversazione.`,
        en: `${byName} has just changed this conversation.`,
      }
    : { it: 'Intanto la conversazione è andata avanti.', en: 'The conversation has moved on meanwhile.' },
});

const bulkOver: Problem = {
  status: 409,
  code: 'bulk-over',
  title: { it: 'Ormai è fatto.', en: 'It is done by now.' },
};

/** What a person must read before they answer too. */
const EXCERPT = 300;

/** `errors` carry what was answered and when, for the screen that asks whether to send all the same. */
const answered = (failure: Extract<Failure, { kind: 'answered-meanwhile' }>): Problem => ({
  status: 409,
  code: 'answered-meanwhile',
  title: failure.byName
    ? { it: `${failure.byName} ha appena risposto.`, en: `${failure.byName} has just answered.` }
    : { it: 'Intanto qualcuno ha risposto.', en: 'Somebody has answered meanwhile.' },
  errors: [
    { path: 'answer.body', message: [...failure.body].slice(0, EXCERPT).join('') },
    { path: 'answer.at', message: failure.at.toISOString() },
  ],
});

const tooLate: Readonly<Record<ReplyState, Words>> = {
  waiting: {
    it: 'La risposta aspetta che qualcuno la approvi.',
    en: 'The answer waits for somebody to approve it.',
  },
  returned: {
    it: 'La risposta è tornata a chi l’ha scritta.',
    en: 'The answer is back with whoever wrote it.',
  },
  held: { it: 'La risposta non è ancora partita.', en: 'The answer has not left yet.' },
  sending: { it: 'La risposta sta partendo proprio ora.', en: 'The answer is leaving right now.' },
  unknown: { it: 'Stiamo guardando se è partita.', en: 'We are looking whether it left.' },
  sent: { it: 'La risposta è già partita.', en: 'The answer has left already.' },
  failed: { it: 'La risposta non è partita.', en: 'The answer did not leave.' },
  undone: { it: 'La risposta è già stata ritirata.', en: 'The answer has been taken back already.' },
};

const violated = (violations: readonly Violation[], language: 'it' | 'en'): Problem => ({
  status: 422,
  code: 'not-sendable',
  title: { it: 'Così il canale non lo accetta.', en: 'The channel does not take it like this.' },
  errors: violations.map((violation) => ({
    path: violationPath(violation),
    message: violationWords(violation)[language],
  })),
});
