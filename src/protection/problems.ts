import { changedMeanwhile, notAllowed, notFound, type Problem } from '../platform/http/problem.ts';

/** How this room's refusals are told, by the `kind` that an action gave. */
export const problems = {
  'not-allowed': notAllowed,
  'not-found': notFound,
  'changed-meanwhile': changedMeanwhile,
  'no-mentions': {
    status: 422,
    code: 'protection-no-mentions',
    title: {
      it: 'Qui non ci sono parole di altri da conservare.',
      en: 'There are no words of others here to keep.',
    },
  },
  'not-from-here': {
    status: 422,
    code: 'protection-not-from-here',
    title: {
      it: 'Da dove si trova la segnalazione, questo passo non si può fare.',
      en: 'From where the report stands, this step cannot be taken.',
    },
  },
  'needs-addressee': {
    status: 422,
    code: 'protection-needs-addressee',
    title: { it: 'Scrivi a chi ti sei rivolto.', en: 'Say whom you turned to.' },
  },
  'in-the-future': {
    status: 422,
    code: 'protection-in-the-future',
    title: { it: 'Questo giorno deve ancora venire.', en: 'This day is still to come.' },
  },
  'has-ended': {
    status: 422,
    code: 'protection-has-ended',
    title: { it: 'La segnalazione è finita: riaprila prima.', en: 'The report has ended: reopen it first.' },
  },
  'not-a-file': {
    status: 415,
    code: 'evidence-not-a-file',
    title: {
      it: 'Si possono aggiungere immagini (PNG, JPEG, WebP), PDF e testi.',
      en: 'Pictures (PNG, JPEG, WebP), PDF and text can be added.',
    },
  },
  'file-too-large': {
    status: 413,
    code: 'evidence-too-large',
    title: {
      it: 'Il file è troppo grande: il massimo è 10 MB.',
      en: 'The file is too large: 10 MB at most.',
    },
  },
  'too-many-files': {
    status: 422,
    code: 'evidence-too-many',
    title: { it: 'Questa segnalazione è già piena.', en: 'This report is full already.' },
  },
  'no-such-person': {
    status: 422,
    code: 'no-such-person',
    title: {
      it: 'Questa persona non fa parte dell’azienda.',
      en: 'This person does not belong to the company.',
    },
  },
  'handler-is-hidden': {
    status: 422,
    code: 'shield-handler-is-hidden',
    title: {
      it: 'Chi segue la conversazione non può essere chi lo scudo protegge.',
      en: 'Whoever looks after the conversation cannot be whom the shield protects.',
    },
  },
} as const satisfies Record<string, Problem>;
