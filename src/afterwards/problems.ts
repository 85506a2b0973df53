import { sayConversationProblem } from '../conversation/index.ts';
import { type Language, notAllowed, notFound, type Problem } from '../platform/http/problem.ts';
import type { SendFailure } from './actions/send-asking.ts';
import type { PassReason } from './model/asking.ts';

const problems = {
  'not-allowed': notAllowed,
  'not-found': notFound,
  'no-longer': {
    status: 409,
    code: 'asking-no-longer',
    title: {
      it: 'Questa domanda non serve più: è già partita, o la conversazione è andata avanti.',
      en: 'This question is not needed any more: it has left already, or the conversation has moved on.',
    },
  },
  'no-choice': {
    status: 422,
    code: 'asking-no-choice',
    title: { it: 'Fra le scelte non c’è questa.', en: 'There is no such choice.' },
  },
  conditional: {
    status: 422,
    code: 'asking-conditional',
    title: {
      it: 'Qui si offre qualcosa in cambio: una domanda così non si può mandare.',
      en: 'Something is offered in exchange here: such a question cannot be sent.',
    },
    detail: {
      it: 'Chi risponde non deve averne nulla in cambio, né doverlo temere (Codice del consumo, art. 22-23). Togli la promessa.',
      en: 'Whoever answers must neither gain nor fear anything by it (Italian consumer code, art. 22-23). Take the promise out.',
    },
  },
} as const satisfies Record<string, Problem>;

const passed: Readonly<Record<PassReason, { readonly it: string; readonly en: string }>> = {
  public: {
    it: 'Questa conversazione è pubblica, e avete scelto di non chiedere in pubblico.',
    en: 'This conversation is public, and you chose not to ask in public.',
  },
  recently: {
    it: 'A questa persona l’avete già chiesto da poco.',
    en: 'You asked this person a short while ago.',
  },
  objected: {
    it: 'Questa persona ha chiesto di essere lasciata in pace.',
    en: 'This person asked to be left alone.',
  },
  harsh: {
    it: 'In questa conversazione ci sono insulti: qui non si chiede.',
    en: 'There are insults in this conversation: nothing is asked here.',
  },
  nobody: { it: 'Nessuno di voi può firmare la domanda.', en: 'None of you can sign the question.' },
};

/** How this room's refusals are told; those of sending as the room of conversations tells them. */
export const problemOf = (
  failure: SendFailure | { readonly kind: 'not-allowed' | 'not-found' | 'no-longer' | 'no-choice' },
  language: Language,
): Problem => {
  if (failure.kind === 'passed-over')
    return { status: 422, code: 'asking-passed-over', title: passed[failure.because] };
  if (failure.kind in problems) return problems[failure.kind as keyof typeof problems];
  return sayConversationProblem(failure as Parameters<typeof sayConversationProblem>[0], language);
};
