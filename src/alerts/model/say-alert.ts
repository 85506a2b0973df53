import type { Language } from '../../platform/http/problem.ts';
import type { AlertFacts } from './facts.ts';
import type { AlertKind } from './kinds.ts';
import type { GrownWord } from './words-grown.ts';

/** What is said of a story, in one language. */
export type SaidAlert = {
  readonly title: string;
  /** Numbers in a sentence: what is usual, what was heard. */
  readonly explanation: string;
  /** How sure it is, and what may be behind it; empty where there is nothing to say. */
  readonly caution: string;
};

export type ToldAlert = {
  readonly kind: AlertKind;
  readonly measure: string;
  readonly watchName: string;
  readonly beganAt: Date;
  readonly openedAt: Date;
  readonly facts: AlertFacts;
  readonly timeZone: string;
  readonly words?: readonly GrownWord[];
};

export const sayAlert = (alert: ToldAlert, language: Language): SaidAlert => sayings[language](alert);

/** Beyond this nobody can imagine the number. */
const RAREST = 1e-6;
const isRare = ({ chance }: AlertFacts): boolean => chance !== null && chance < RAREST;

/** How many cases of chance for one like this, rounded so that nobody takes it for exact. */
const oneIn = (chance: number): number => {
  const cases = 1 / Math.max(chance, RAREST);
  const step = 10 ** Math.floor(Math.log10(cases));
  return Math.round(cases / step) * step;
};

const clock = (at: Date, timeZone: string, locale: string): string =>
  at.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', timeZone });
const dayAndClock = (at: Date, timeZone: string, locale: string): string =>
  at.toLocaleString(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  });
const share = (value: number): string => `${Math.round(value * 100)}%`;

const sayItalian = (alert: ToldAlert): SaidAlert => {
  const { facts, watchName, timeZone, words = [] } = alert;
  const since = dayAndClock(alert.beganAt, timeZone, 'it-IT');
  const grown = words.length > 0 ? ` Parole cresciute: ${words.map(({ word }) => word).join(', ')}.` : '';
  switch (alert.kind) {
    case 'spike': {
      const [from, to] = [clock(alert.beganAt, timeZone, 'it-IT'), clock(alert.openedAt, timeZone, 'it-IT')];
      return {
        title: `Si parla molto di «${watchName}»`,
        explanation: `Tra le ${from} e le ${to} di solito si sentono da ${facts.low} a ${facts.high} menzioni; questa volta ${facts.heard}.${grown}`,
        caution: `Per caso succederebbe ${isRare(facts) ? 'meno di' : 'circa'} una volta su ${oneIn(facts.chance ?? 1).toLocaleString('it-IT')}.`,
      };
    }
    case 'polarity':
      return {
        title: `Più parole negative su «${watchName}»`,
        explanation: `Da ${since} sono negative ${facts.marked} menzioni su ${facts.heard}; di solito lo è il ${share(facts.usualShare ?? 0)}.${grown}`,
        caution: 'Quello che dice un testo è letto da una macchina: guarda le menzioni prima di decidere.',
      };
    case 'aspect':
      return {
        title: `Si parla di più di un aspetto di «${watchName}»`,
        explanation: `Da ${since} ne parlano ${facts.marked} menzioni su ${facts.heard}; di solito il ${share(facts.usualShare ?? 0)}.${grown}`,
        caution: 'Quello che dice un testo è letto da una macchina: guarda le menzioni prima di decidere.',
      };
    case 'silence':
      return {
        title: `Nessuno parla più di «${watchName}»`,
        explanation: `L’ultima menzione è di ${since}. In tanto tempo di solito se ne sentono circa ${Math.round(facts.expected)}.`,
        caution: 'Può essere davvero silenzio, oppure un canale che si è fermato: controlla anche i canali.',
      };
    case 'reach':
      return {
        title: `Una voce che arriva lontano parla di «${watchName}»`,
        explanation: 'È la prima volta che sentiamo questa persona, e molte altre la ascoltano.',
        caution: '',
      };
    case 'phrase':
      return {
        title: `Qualcuno ha detto «${watchName}»`,
        explanation: facts.heard === 1 ? 'Una menzione.' : `${facts.heard} menzioni da ${since}.`,
        caution: '',
      };
  }
};

const sayEnglish = (alert: ToldAlert): SaidAlert => {
  const { facts, watchName, timeZone, words = [] } = alert;
  const since = dayAndClock(alert.beganAt, timeZone, 'en-GB');
  const grown = words.length > 0 ? ` These words grew: ${words.map(({ word }) => word).join(', ')}.` : '';
  switch (alert.kind) {
    case 'spike': {
      const [from, to] = [clock(alert.beganAt, timeZone, 'en-GB'), clock(alert.openedAt, timeZone, 'en-GB')];
      return {
        title: `Many speak of “${watchName}”`,
        explanation: `Between ${from} and ${to} you normally hear ${facts.low} to ${facts.high} mentions; this time ${facts.heard}.${grown}`,
        caution: `By chance this would happen ${isRare(facts) ? 'less than' : 'about'} once in ${oneIn(facts.chance ?? 1).toLocaleString('en-GB')}.`,
      };
    }
    case 'polarity':
      return {
        title: `More negative words about “${watchName}”`,
        explanation: `Since ${since}, ${facts.marked} mentions of ${facts.heard} are negative; normally ${share(facts.usualShare ?? 0)} are.${grown}`,
        caution: 'What a text says is read by a machine: look at the mentions before you decide.',
      };
    case 'aspect':
      return {
        title: `One aspect of “${watchName}” is spoken of more`,
        explanation: `Since ${since}, ${facts.marked} mentions of ${facts.heard} speak of it; normally ${share(facts.usualShare ?? 0)} do.${grown}`,
        caution: 'What a text says is read by a machine: look at the mentions before you decide.',
      };
    case 'silence':
      return {
        title: `Nobody speaks of “${watchName}” any more`,
        explanation: `The latest mention is of ${since}. In so much time you normally hear about ${Math.round(facts.expected)}.`,
        caution: 'It may be silence indeed, or a channel that has stopped: look at the channels as well.',
      };
    case 'reach':
      return {
        title: `A voice that carries far speaks of “${watchName}”`,
        explanation: 'It is the first time that we hear this person, and many others listen to them.',
        caution: '',
      };
    case 'phrase':
      return {
        title: `Somebody said “${watchName}”`,
        explanation: facts.heard === 1 ? 'One mention.' : `${facts.heard} mentions since ${since}.`,
        caution: '',
      };
  }
};

const sayings: Readonly<Record<Language, (alert: ToldAlert) => SaidAlert>> = {
  it: sayItalian,
  en: sayEnglish,
};
