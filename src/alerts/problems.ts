import { notAllowed, notFound, type Problem } from '../platform/http/problem.ts';

/** How this room's refusals are told, by the `kind` that an action gave. */
export const problems = {
  'not-allowed': notAllowed,
  'not-found': notFound,
  'no-bot': {
    status: 422,
    code: 'alerts-no-bot',
    title: {
      it: 'L’azienda non ha ancora un bot di Telegram.',
      en: 'The company has no bot on Telegram yet.',
    },
    detail: { it: 'Chi coordina può collegarne uno da qui.', en: 'A coordinator can connect one here.' },
  },
  'not-written': {
    status: 422,
    code: 'alerts-not-written',
    title: { it: 'Il bot non ha ancora un tuo messaggio.', en: 'The bot has no message of yours so far.' },
    detail: {
      it: 'Apri il bot, premi «Avvia», poi riprova qui.',
      en: 'Open the bot, press “Start”, then try again here.',
    },
  },
  telegram: {
    status: 502,
    code: 'alerts-telegram',
    title: { it: 'Telegram non ha accettato.', en: 'Telegram did not accept.' },
    detail: {
      it: 'Controlla che il codice del bot sia intero e che il bot esista ancora.',
      en: 'Check that the token of the bot is whole, and that the bot still exists.',
    },
  },
} as const satisfies Record<string, Problem>;
