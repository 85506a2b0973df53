import type { PauseReason } from './model/rule-state.ts';

const it = {
  storm: (deeds: number) =>
    `ha agito più di ${deeds} volte in un’ora: forse una condizione è troppo larga. Provala sull’ultimo mese, poi riaccendila.`,
  failed: 'non è riuscita per tre volte di seguito. Le conversazioni non sono state toccate.',
  missing:
    'nomina qualcosa che non c’è più: una persona, un gruppo, un’etichetta, un canale o una frase pronta.',
  subject: (name: string) => `La regola «${name}» si è fermata`,
  mail: (name: string, why: string, address: string) =>
    `Ciao,\n\nla regola «${name}» è in pausa: ${why}\n\nFinché non la riaccendi non fa più nulla:\n\n${address}\n`,
};
const en: typeof it = {
  storm: (deeds) =>
    `it acted more than ${deeds} times in an hour: perhaps a condition is too wide. Try it on the past month, then turn it on again.`,
  failed: 'it failed three times in a row. Conversations were not touched.',
  missing: 'it names something that is no more: a person, a team, a label, a channel or a snippet.',
  subject: (name) => `The rule “${name}” has stopped`,
  mail: (name, why, address) =>
    `Hello,\n\nthe rule “${name}” is paused: ${why}\n\nUntil you turn it on again it does nothing:\n\n${address}\n`,
};
export const words = { it, en };

/** Why a rule stopped, as the end of a sentence. */
export const sayPause = (reason: PauseReason, language: 'it' | 'en'): string =>
  reason.kind === 'storm' ? words[language].storm(reason.deeds) : words[language][reason.kind];
