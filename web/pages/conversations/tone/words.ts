const it = {
  title: 'Come suona',
  list: 'Che cosa guardare',
  count: (count: number) => (count === 1 ? '1 cosa da guardare' : `${count} cose da guardare`),
  show: 'Mostra nel testo',
  write: (text: string) => `Scrivi «${text}»`,
  add: (text: string) => `Aggiungi «${text}»`,
  complete: (text: string) => `Comincia con «${text}»`,
  drop: 'Togli queste parole',
  fine: 'Va bene così',
  more: (count: number) => `Mostra anche le altre ${count}`,
  changed: 'Testo cambiato.',
  undo: 'Annulla',
  personalPublic: (what: string) => `Nel testo si legge: ${what}. La risposta è pubblica e la vedono tutti.`,
  personalPrivate: (what: string) =>
    `Nel testo si legge: ${what}. Anche in un messaggio privato è meglio non scriverlo.`,
  looksLike: (what: string) => `forse ${what}`,
};
const en: typeof it = {
  title: 'How it sounds',
  list: 'What to look at',
  count: (count: number) => (count === 1 ? '1 thing to look at' : `${count} things to look at`),
  show: 'Show in the text',
  write: (text: string) => `Write “${text}”`,
  add: (text: string) => `Add “${text}”`,
  complete: (text: string) => `Start with “${text}”`,
  drop: 'Drop these words',
  fine: 'Fine as it is',
  more: (count: number) => `Show the other ${count} too`,
  changed: 'Text changed.',
  undo: 'Undo',
  personalPublic: (what: string) => `The text shows: ${what}. The reply is public, and everybody sees it.`,
  personalPrivate: (what: string) =>
    `The text shows: ${what}. Even in a private message it is better left out.`,
  looksLike: (what: string) => `perhaps ${what}`,
};
export const words = { it, en };
