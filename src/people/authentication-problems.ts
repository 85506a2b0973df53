import type { Problem } from '../platform/http/problem.ts';

type Words = Pick<Problem, 'title' | 'detail'>;

const again = { it: 'Entra di nuovo e riprova.', en: 'Sign in again and retry.' };

/** What the sign-in library refuses, told in our way. Its codes are `INVALID_CODE`, ours `invalid-code`. */
const known: Readonly<Record<string, Words>> = {
  'invalid-email-or-password': {
    title: { it: 'Indirizzo o password non giusti.', en: 'Wrong address or password.' },
  },
  'invalid-password': { title: { it: 'La password non è giusta.', en: 'The password is wrong.' } },
  'invalid-email': { title: { it: 'L’indirizzo non è valido.', en: 'The address is not valid.' } },
  'invalid-code': {
    title: { it: 'Il codice non è giusto.', en: 'The code is wrong.' },
    detail: { it: 'Usa quello che l’app mostra adesso.', en: 'Use the one that the app shows now.' },
  },
  'invalid-backup-code': {
    title: { it: 'Il codice di riserva non è giusto.', en: 'The backup code is wrong.' },
    detail: { it: 'Ogni codice vale una volta sola.', en: 'Each code is valid once.' },
  },
  'invalid-two-factor-cookie': {
    title: { it: 'È passato troppo tempo.', en: 'Too much time has passed.' },
    detail: again,
  },
  'account-temporarily-locked': {
    title: { it: 'Troppi codici sbagliati.', en: 'Too many wrong codes.' },
    detail: { it: 'Riprova tra un quarto d’ora.', en: 'Try again in a quarter of an hour.' },
  },
  'too-many-requests': {
    title: { it: 'Troppi tentativi.', en: 'Too many attempts.' },
    detail: { it: 'Aspetta un minuto e riprova.', en: 'Wait a minute and try again.' },
  },
  'password-too-short': {
    title: { it: 'La password è troppo corta.', en: 'The password is too short.' },
    detail: { it: 'Almeno 10 caratteri.', en: 'At least 10 characters.' },
  },
  'password-too-long': { title: { it: 'La password è troppo lunga.', en: 'The password is too long.' } },
  'session-not-fresh': {
    title: { it: 'Per questo devi essere entrato da poco.', en: 'This needs a recent sign-in.' },
    detail: again,
  },
  'invalid-token': {
    title: { it: 'Questo indirizzo non vale più.', en: 'This link is no longer valid.' },
    detail: { it: 'Chiedine uno nuovo.', en: 'Ask for a new one.' },
  },
  'passkey-not-found': {
    title: { it: 'Questa passkey non la conosciamo.', en: 'We do not know this passkey.' },
    detail: { it: 'Entra con la password.', en: 'Sign in with your password.' },
  },
  unauthorized: { title: { it: 'Devi entrare per continuare.', en: 'You need to sign in to go on.' } },
};

const other: Words = { title: { it: 'Non è stato possibile.', en: 'This was not possible.' } };

const statuses = [400, 401, 403, 404, 409, 413, 415, 422, 429, 500] as const;

/** The problem behind a refusal of the library: `code` as it gave it, or by the status when it gave none. */
export const authenticationProblem = (status: number, code: string | undefined): Problem => {
  const byStatus = status === 429 ? 'too-many-requests' : status === 401 ? 'unauthorized' : 'refused';
  const ours = code?.toLowerCase().replaceAll('_', '-') ?? byStatus;
  return {
    status: statuses.find((one) => one === status) ?? 400,
    code: ours,
    ...(known[ours] ?? other),
  };
};
