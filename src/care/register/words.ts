import { FEWEST } from '../model/public-figures.ts';

export type PageLanguage = 'it' | 'en';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const it = {
  title: 'Registro pubblico dei reclami',
  of: (company: string) => `Registro pubblico dei reclami di ${company}`,
  none: 'Finora non abbiamo ricevuto reclami.',
  lead: (since: string, complaints: number) =>
    `Dal ${since} abbiamo ricevuto ${plural(complaints, 'reclamo', 'reclami')}.`,
  leadEnds: (answered: number, solved: number) =>
    `A ${answered} ha risposto una persona, ${solved} ${solved === 1 ? 'è risolto' : 'sono risolti'}.`,
  answerTime: (median: string, tail: string) =>
    `Di solito la prima risposta arriva entro ${median}; nove volte su dieci entro ${tail}.`,
  solveTime: (median: string, tail: string) =>
    `Di solito si risolve entro ${median}; nove volte su dieci entro ${tail}.`,
  few: `Su risposte, tempi ed esiti non diciamo niente finché i casi sono meno di ${FEWEST}.`,
  hours: (count: number) => plural(count, 'ora', 'ore'),
  days: (count: number) => plural(count, 'giorno', 'giorni'),
  minutes: 'un’ora',
  complaints: 'Reclami ricevuti',
  answered: 'Con una risposta',
  solved: 'Risolti',
  endings: 'Come sono finiti',
  ending: {
    confirmed: 'Risolti, e la persona lo conferma',
    resolved: 'Risolti',
    closed: 'Chiusi senza accordo',
    unfounded: 'Senza fondamento',
    handedOver: 'Passati a chi di dovere',
    open: 'Ancora aperti',
  },
  months: 'Mese per mese',
  month: 'Mese',
  tooFew: `meno di ${FEWEST} casi`,
  changed: 'Che cosa abbiamo cambiato',
  done: (day: string) => `Fatto il ${day}.`,
  effect: {
    fewer: 'Da allora questi reclami sono diminuiti.',
    more: 'Da allora questi reclami sono aumentati: ci stiamo lavorando.',
    'cannot-tell': 'Non possiamo ancora dire se sia servito.',
    'too-early': 'È troppo presto per dire se sia servito.',
  },
  rates: (before: string, after: string, days: number) =>
    `Ogni cento menzioni: ${before} prima, ${after} dopo (${days} giorni per parte).`,
  stories: 'Qualche storia',
  toldWith: { consent: 'Raccontata con il consenso', 'nobody-named': 'Raccontata senza dire di chi è' },
  rules: 'Che cosa non c’è, e perché',
  rulesLead:
    'Le cifre sono calcolate da tutti i casi, anche quelli che non ci fanno onore. Nessuno può toglierne uno a mano: restano fuori solo per queste regole.',
  ruleMistake: (count: number) =>
    `Aperti per errore, perché non erano reclami o non parlavano di noi: ${count}. Si può fare solo prima di aver offerto o risolto qualcosa.`,
  ruleJoined: (count: number) => `Uniti a un altro caso, perché erano la stessa storia: ${count}.`,
  ruleFew: `Gruppi di meno di ${FEWEST} casi non sono divisi per esito, così nessuno è riconoscibile.`,
  ruleStories: (byPerson: number, mistaken: number) =>
    `Racconti tolti perché la persona lo ha chiesto: ${byPerson}; perché c’era un errore: ${mistaken}.`,
  ruleUnfounded: 'I reclami senza fondamento sono contati fra quelli ricevuti, non fra quelli da risolvere.',
  check: 'Come controllare',
  checkText:
    'Ogni giorno le cifre sono firmate (Ed25519), e ogni firma comprende l’impronta del giorno prima: chi conserva un’impronta può vedere se qualcuno ha riscritto la storia.',
  checkWith: 'Chi usa Passaparola controlla con:',
  signedOn: 'Ultima firma',
  digest: 'Impronta',
  key: 'Chiave pubblica',
  notYet: 'Non ancora firmato.',
  also: 'Anche come',
  data: 'dati (JSON)',
  feed: 'notizie (RSS)',
  chain: 'catena delle firme',
  other: 'English',
  updated: (day: string) => `Aggiornato il ${day}.`,
  badgeFew: (complaints: number) => plural(complaints, 'reclamo', 'reclami'),
  badge: (answered: number, complaints: number) =>
    `${plural(answered, 'reclamo', 'reclami')} su ${complaints} con risposta`,
  badgeNone: 'nessun reclamo finora',
  badgeTitle: 'Registro pubblico',
  read: 'Leggi il registro',
  feedMonth: (month: string, complaints: number) => `${month}: ${plural(complaints, 'reclamo', 'reclami')}`,
  made: 'Fatto con Passaparola',
};

const en: typeof it = {
  title: 'Public register of complaints',
  of: (company) => `Public register of complaints of ${company}`,
  none: 'We have received no complaints so far.',
  lead: (since, complaints) =>
    `Since ${since} we have received ${plural(complaints, 'complaint', 'complaints')}.`,
  leadEnds: (answered, solved) =>
    `A person answered ${answered}, and ${solved} ${solved === 1 ? 'is' : 'are'} solved.`,
  answerTime: (median, tail) =>
    `The first answer usually comes within ${median}; nine times in ten within ${tail}.`,
  solveTime: (median, tail) => `Usually it is solved within ${median}; nine times in ten within ${tail}.`,
  few: `Of answers, times and endings we say nothing while there are fewer than ${FEWEST} cases.`,
  hours: (count) => plural(count, 'hour', 'hours'),
  days: (count) => plural(count, 'day', 'days'),
  minutes: 'an hour',
  complaints: 'Complaints received',
  answered: 'Answered',
  solved: 'Solved',
  endings: 'How they ended',
  ending: {
    confirmed: 'Solved, and the person agrees',
    resolved: 'Solved',
    closed: 'Closed without agreement',
    unfounded: 'Unfounded',
    handedOver: 'Handed over to whom it concerns',
    open: 'Still open',
  },
  months: 'Month by month',
  month: 'Month',
  tooFew: `fewer than ${FEWEST} cases`,
  changed: 'What we changed',
  done: (day) => `Done on ${day}.`,
  effect: {
    fewer: 'Such complaints have become fewer since.',
    more: 'Such complaints have become more since: we are working on it.',
    'cannot-tell': 'We cannot say yet whether it helped.',
    'too-early': 'It is too early to say whether it helped.',
  },
  rates: (before, after, days) =>
    `For each hundred mentions: ${before} before, ${after} after (${days} days on each side).`,
  stories: 'Some stories',
  toldWith: { consent: 'Told with consent', 'nobody-named': 'Told without saying whose it is' },
  rules: 'What is not here, and why',
  rulesLead:
    'The figures are computed from all cases, also those that do us no honour. Nobody can take one out by hand: cases are left out by these rules alone.',
  ruleMistake: (count) =>
    `Opened by mistake, because they were no complaints or not about us: ${count}. This can only be done before anything was offered or solved.`,
  ruleJoined: (count) => `Joined to another case, because they were the same story: ${count}.`,
  ruleFew: `Groups of fewer than ${FEWEST} cases are not told apart by their ending, so that nobody can be recognised.`,
  ruleStories: (byPerson, mistaken) =>
    `Stories taken back because the person asked: ${byPerson}; because of a mistake: ${mistaken}.`,
  ruleUnfounded: 'Unfounded complaints count among those received, not among those to be solved.',
  check: 'How to check',
  checkText:
    'The figures are signed every day (Ed25519), and every signature includes the digest of the day before: whoever keeps a digest can see whether somebody rewrote history.',
  checkWith: 'Whoever uses Passaparola checks with:',
  signedOn: 'Last signed',
  digest: 'Digest',
  key: 'Public key',
  notYet: 'Not signed yet.',
  also: 'Also as',
  data: 'data (JSON)',
  feed: 'news (RSS)',
  chain: 'chain of signatures',
  other: 'Italiano',
  updated: (day) => `Brought up to date on ${day}.`,
  badgeFew: (complaints) => plural(complaints, 'complaint', 'complaints'),
  badge: (answered, complaints) => `${answered} of ${complaints} complaints answered`,
  badgeNone: 'no complaints so far',
  badgeTitle: 'Public register',
  read: 'Read the register',
  feedMonth: (month, complaints) => `${month}: ${plural(complaints, 'complaint', 'complaints')}`,
  made: 'Made with Passaparola',
};

/** What the register itself says to anyone. */
export const words: Readonly<Record<PageLanguage, typeof it>> = { it, en };

const locales = { it: 'it-IT', en: 'en-GB' } as const;

/** Made once: a formatter costs more than all that it will ever say. */
const formats = (options: Intl.DateTimeFormatOptions) => ({
  it: new Intl.DateTimeFormat(locales.it, { timeZone: 'UTC', ...options }),
  en: new Intl.DateTimeFormat(locales.en, { timeZone: 'UTC', ...options }),
});
const days = formats({ dateStyle: 'long' });
const months = formats({ month: 'long', year: 'numeric' });

export const sayDay = (day: string, language: PageLanguage): string =>
  days[language].format(new Date(`${day.slice(0, 10)}T12:00:00Z`));

export const sayMonth = (month: string, language: PageLanguage): string =>
  months[language].format(new Date(`${month}-15T12:00:00Z`));

export const sayNumber = (value: number, language: PageLanguage): string =>
  value.toLocaleString(locales[language], { maximumFractionDigits: 1 });

/** Hours under two days, days from there on. */
export const sayHours = (hours: number, language: PageLanguage): string => {
  const w = words[language];
  if (hours < 1) return w.minutes;
  return hours < 48 ? w.hours(Math.round(hours)) : w.days(Math.round(hours / 24));
};
