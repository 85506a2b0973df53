import type { Words } from '../../channels/index.ts';
import type { Stage } from './contact-view.ts';

/** The path of a relationship, in its order. */
export const stages: readonly Stage[] = [
  'noticed',
  'conversed',
  'met',
  'involved',
  'co-created',
  'advocates',
];

/** What moves a relationship on to its next step; null when it has come the whole way. */
export const nextStep = (now: Stage): Words | null => next[now];

/**
 * The steps up to `now` with their times: those that can be seen in what passed between us, and the one that somebody
 * entered. A step of which no time is known is left out.
 */
export const pathOf = (
  now: Stage,
  since: string,
  seen: Readonly<Partial<Record<Stage, string | null>>>,
): readonly { readonly stage: Stage; readonly at: string }[] =>
  stages.slice(0, stages.indexOf(now) + 1).flatMap((stage) => {
    const at = seen[stage] ?? (stage === now ? since : null);
    return at ? [{ stage, at }] : [];
  });

const next: Readonly<Record<Stage, Words | null>> = {
  noticed: {
    it: 'Per conversare basta una risposta sincera a qualcosa che ha scritto.',
    en: 'To converse, an honest answer to something they wrote is enough.',
  },
  conversed: {
    it: 'Il passo dopo è incontrarsi: una visita, una fiera, anche solo una telefonata.',
    en: 'The next step is to meet: a visit, a fair, even just a phone call.',
  },
  met: {
    it: 'Chiedi un parere su qualcosa che state facendo: coinvolgere è più che raccontare.',
    en: 'Ask what they think of something you are doing: involving is more than telling.',
  },
  involved: {
    it: 'Fate qualcosa insieme: un assaggio, una prova, una serata, un’etichetta.',
    en: 'Make something together: a tasting, a trial, an evening, a label.',
  },
  'co-created': {
    it: 'Riconosci in pubblico quello che ha fatto, e raccontagli che cosa ne è venuto.',
    en: 'Give credit in public for what they did, and tell them what came of it.',
  },
  advocates: null,
};
