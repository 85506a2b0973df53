import { notAllowed, notFound, type Problem } from '../platform/http/problem.ts';
import type { ConnectionRefusal } from './actions/connection-outcomes.ts';
import type { Channel, ChannelProblem } from './contract.ts';
import { problemWords } from './words.ts';

/** How this room's refusals are told; field messages are in the reader's language. */
export const problemOf = (refusal: ConnectionRefusal, language: 'it' | 'en'): Problem => {
  switch (refusal.kind) {
    case 'not-allowed':
      return notAllowed;
    case 'not-found':
      return notFound;
    case 'already-connected':
      return alreadyConnected;
    case 'other-account':
      return otherAccount;
    case 'wrong-values':
      return {
        ...wrongValues,
        errors: refusal.errors.map(({ field, words }) => ({ path: field, message: words[language] })),
      };
    case 'check-failed':
      return checkFailed(refusal.problem, refusal.channel, language);
  }
};

const wrongValues: Problem = {
  status: 422,
  code: 'wrong-values',
  title: { it: 'Manca ancora qualcosa.', en: 'Something is still missing.' },
  detail: { it: 'Correggi i campi indicati e riprova.', en: 'Correct the fields marked and try again.' },
};

const alreadyConnected: Problem = {
  status: 409,
  code: 'already-connected',
  title: { it: 'Questo account è già collegato.', en: 'This account is already connected.' },
  detail: {
    it: 'Lo trovi tra i canali: se serve, correggilo lì.',
    en: 'You find it among the channels: correct it there if need be.',
  },
};

const otherAccount: Problem = {
  status: 409,
  code: 'other-account',
  title: {
    it: 'Hai dato il permesso con un altro account.',
    en: 'You gave permission with another account.',
  },
  detail: {
    it: 'Rientra sul canale con l’account di prima, oppure aggiungi questo come nuovo.',
    en: 'Sign in to the channel with the account of before, or add this one as new.',
  },
};

const checkFailed = (problem: ChannelProblem, channel: Channel, language: 'it' | 'en'): Problem => {
  const { title, advice } = problemWords[problem.kind];
  const field = fieldOf(problem, channel);
  return {
    status: 422,
    code: `channel-${problem.kind}`,
    title,
    detail: advice,
    ...(field ? { errors: [{ path: field, message: title[language] }] } : {}),
  };
};

/** Where in the form the mistake most probably is. */
const fieldOf = (problem: ChannelProblem, { manifest }: Channel): string | undefined => {
  if (problem.kind === 'misconfigured') return problem.field;
  const isPassword = problem.kind === 'unauthorised';
  const ofKind = manifest.fields.find((field) =>
    isPassword ? field.secret : field.kind === 'url' || /host|server|instance|url/i.test(field.name),
  );
  return (ofKind ?? manifest.fields[0])?.name;
};
