import { changedMeanwhile, notAllowed, notFound, type Problem } from '../platform/http/problem.ts';

/** How this room's refusals are told, by the `kind` that an action gave. */
export const problems = {
  'not-allowed': notAllowed,
  'not-found': notFound,
  'no-mentions': {
    status: 422,
    code: 'case-no-mentions',
    title: {
      it: 'Qui non ci sono parole di altri da cui far nascere un caso.',
      en: 'There are no words of others here to make a case of.',
    },
  },
  'changed-meanwhile': changedMeanwhile,
  'not-from-here': {
    status: 422,
    code: 'case-not-from-here',
    title: {
      it: 'Da dove si trova il caso, questo passo non si può fare.',
      en: 'From where the case stands, this step cannot be taken.',
    },
  },
  'no-change': {
    status: 422,
    code: 'case-no-change',
    title: { it: 'È già così.', en: 'It is so already.' },
  },
  'no-such-cause': {
    status: 422,
    code: 'no-such-cause',
    title: { it: 'Questa causa non c’è più.', en: 'This cause is not there any more.' },
  },
  'no-such-person': {
    status: 422,
    code: 'no-such-person',
    title: {
      it: 'Questa persona non fa parte dell’azienda.',
      en: 'This person does not belong to the company.',
    },
  },
  'own-branch': {
    status: 422,
    code: 'cause-own-branch',
    title: {
      it: 'Una causa non può stare sotto un proprio ramo.',
      en: 'A cause cannot hang from a branch of its own.',
    },
  },
  'needs-sentence': {
    status: 422,
    code: 'improvement-needs-sentence',
    title: {
      it: 'Un miglioramento fatto va raccontato: scrivi la frase per il registro pubblico.',
      en: 'An improvement that is done must be told: write its sentence for the public register.',
    },
  },
  'names-somebody': {
    status: 422,
    code: 'names-somebody',
    title: {
      it: 'Nel testo c’è qualcosa che può far riconoscere una persona.',
      en: 'Something in the text could tell who the person is.',
    },
  },
  'quotes-them': {
    status: 422,
    code: 'quotes-them',
    title: {
      it: 'Il testo riprende le loro parole: con una ricerca si trova chi le ha scritte.',
      en: 'The text takes up their very words: a search would find whoever wrote them.',
    },
    detail: {
      it: 'Raccontalo con parole tue, oppure chiedi il consenso.',
      en: 'Tell it in your own words, or ask for their consent.',
    },
  },
  'not-ended': {
    status: 422,
    code: 'case-not-ended',
    title: {
      it: 'Si racconta solo una storia che è finita.',
      en: 'Only a story that has ended can be told.',
    },
  },
  'no-story': {
    status: 422,
    code: 'case-no-story',
    title: { it: 'Questo caso non ha ancora un racconto.', en: 'This case has no story yet.' },
  },
  'was-withdrawn': {
    status: 422,
    code: 'story-withdrawn',
    title: {
      it: 'Questo racconto è stato ritirato: non si può più mostrare così.',
      en: 'This story was taken back: it cannot be shown like this any more.',
    },
  },
  'not-public': {
    status: 422,
    code: 'register-not-public',
    title: { it: 'Il registro non è pubblico.', en: 'The register is not public.' },
  },
} as const satisfies Record<string, Problem>;

/** The same with what was found in the text, field by field. */
export const withFound = (problem: Problem, found: readonly string[]): Problem => ({
  ...problem,
  errors: found.slice(0, 20).map((message) => ({ path: 'text', message })),
});
