import { type Language, notAllowed, notFound, type Problem } from '../platform/http/problem.ts';
import { type PackProblem, packProblemWords } from './model/pack-text.ts';

type Failure =
  | { readonly kind: 'not-allowed' | 'not-found' | 'nothing-to-correct' | 'too-many-packs' }
  | { readonly kind: 'pack-text'; readonly problems: readonly PackProblem[] };

/** Lines that are told at once: the first mistakes often make the others. */
const MOST_LINES = 20;

/** How this room's refusals are told; `language` is that of whoever reads the lines that are wrong. */
export const problemOf = (failure: Failure, language: Language): Problem => {
  switch (failure.kind) {
    case 'not-allowed':
      return notAllowed;
    case 'not-found':
      return notFound;
    case 'nothing-to-correct':
      return nothingToCorrect;
    case 'too-many-packs':
      return tooManyPacks;
    case 'pack-text':
      return {
        status: 422,
        code: 'pack-text',
        title: { it: 'Alcune righe non si capiscono.', en: 'Some lines cannot be understood.' },
        errors: failure.problems
          .slice(0, MOST_LINES)
          .map(({ line, kind }) => ({ path: 'text', message: packProblemWords[kind][language](line) })),
      };
  }
};

const nothingToCorrect: Problem = {
  status: 422,
  code: 'nothing-to-correct',
  title: {
    it: 'Di questo messaggio non c’è una lettura: è nostro, è automatico, o non ha più parole.',
    en: 'There is no reading of this message: it is ours, automatic, or has no words any more.',
  },
};

const tooManyPacks: Problem = {
  status: 422,
  code: 'too-many-packs',
  title: {
    it: 'Avete già trenta elenchi di parole: toglietene uno, o aggiungete le parole a uno che c’è.',
    en: 'You have thirty word lists already: remove one, or add the words to one that is there.',
  },
};
