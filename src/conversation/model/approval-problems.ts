import type { Words } from '../../channels/index.ts';
import type { Check } from '../../language/index.ts';
import type { Problem } from '../../platform/http/problem.ts';
import { type MovedOn, movedOnWords } from './moved-on.ts';
import type { ReplyState } from './reply-state.ts';

export type ApprovalFailure =
  | { readonly kind: 'checks'; readonly checks: readonly Check[] }
  | { readonly kind: 'own-answer' }
  | { readonly kind: 'decided-meanwhile'; readonly byName: string | null; readonly state: ReplyState }
  | { readonly kind: 'moved-on'; readonly moved: readonly MovedOn[] };

/** How refusals around approval are told; what stands against the words is told by `key`, so that a warning can be overridden. */
export const approvalProblem = (failure: ApprovalFailure, language: 'it' | 'en'): Problem => {
  switch (failure.kind) {
    case 'checks':
      return checked(failure.checks, language);
    case 'own-answer':
      return ownAnswer;
    case 'decided-meanwhile':
      return { status: 409, code: 'decided-meanwhile', title: decided(failure.byName, failure.state) };
    case 'moved-on':
      return {
        status: 409,
        code: 'moved-on',
        title: {
          it: 'Intanto la conversazione è andata avanti: guarda prima di decidere.',
          en: 'The conversation has moved on meanwhile: look before you decide.',
        },
        errors: failure.moved.map(({ kind }) => ({
          path: kind,
          message: movedOnWords(kind, null)[language],
        })),
      };
  }
};

const ownAnswer: Problem = {
  status: 403,
  code: 'own-answer',
  title: {
    it: 'Nessuno approva le proprie risposte: la guarda un’altra persona.',
    en: 'Nobody approves their own answers: somebody else looks at it.',
  },
};

const checked = (checks: readonly Check[], language: 'it' | 'en'): Problem => {
  const blocks = checks.some(({ level }) => level === 'block');
  return {
    status: 422,
    code: blocks ? 'check-blocked' : 'check-warned',
    title: blocks
      ? { it: 'Così non può partire.', en: 'It cannot leave like this.' }
      : { it: 'Prima di inviare, guarda qui.', en: 'Before sending, look here.' },
    errors: checks.map(({ key, why, mend }) => ({
      path: key,
      message: `${why[language]} ${mend[language]}`,
    })),
  };
};

const decided = (byName: string | null, state: ReplyState): Words => {
  const who = { it: byName ?? 'Qualcuno', en: byName ?? 'Somebody' };
  if (state === 'waiting')
    return {
      it: `${who.it} ha appena cambiato questa risposta: ora la vedi aggiornata.`,
      en: `${who.en} has just changed this answer: you now see it up to date.`,
    };
  if (state === 'returned')
    return {
      it: `${who.it} l’ha appena rimandata a chi l’ha scritta.`,
      en: `${who.en} has just given it back to its author.`,
    };
  if (state === 'undone') return { it: `${who.it} l’ha ritirata.`, en: `${who.en} has withdrawn it.` };
  return { it: `${who.it} l’ha appena approvata.`, en: `${who.en} has just approved it.` };
};
