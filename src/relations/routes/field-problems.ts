import { notAllowed, notFound, type Problem } from '../../platform/http/problem.ts';

export type GraphFailure = {
  readonly kind: 'not-allowed' | 'not-found' | 'too-many-fields' | 'already-choosing' | 'no-proposal';
};

/** How refusals of the map and of the finder are told. */
export const graphProblem = ({ kind }: GraphFailure): Problem => {
  switch (kind) {
    case 'not-allowed':
      return notAllowed;
    case 'not-found':
      return notFound;
    case 'too-many-fields':
      return tooManyFields;
    case 'already-choosing':
      return alreadyChoosing;
    case 'no-proposal':
      return noProposal;
  }
};

const tooManyFields: Problem = {
  status: 422,
  code: 'too-many-fields',
  title: {
    it: 'Avete già cinquanta campi: toglietene uno prima di aggiungerne un altro.',
    en: 'You have fifty fields already: remove one before you add another.',
  },
};

const alreadyChoosing: Problem = {
  status: 409,
  code: 'already-choosing',
  title: {
    it: 'Stiamo già scegliendo per questo campo: aspetta che finisca, o ferma la scelta.',
    en: 'A choice for this field is under way: wait for it to end, or call it off.',
  },
};

const noProposal: Problem = {
  status: 422,
  code: 'no-proposal',
  title: {
    it: 'Non c’è ancora una squadra da salvare: prima fai scegliere.',
    en: 'There is no team to keep yet: let one be chosen first.',
  },
};
