import type { Words } from '../../../channels/index.ts';
import { sleepOf } from '../ties/sleep.ts';
import { yearsSince } from './anniversary-today.ts';
import type { Anniversary, Bridge, Candidate, LastWords, OurTie, RipeIntroduction } from './candidate.ts';
import type { ReasonKind } from './reason-kind.ts';
import { sayDays, sayLong, sayYears } from './spoken-time.ts';

/** Why today, in a sentence that rests on figures. Nothing is claimed that the facts do not hold. */
export const sayWhy = (kind: ReasonKind, candidate: Candidate, day: string, now: Date): Words => {
  const { said, tie, bridge, introduction, anniversary } = candidate;
  switch (kind) {
    case 'complained':
    case 'asked':
    case 'unhappy':
    case 'thanked':
      return said ? wordsSay[kind](said, now) : usual;
    case 'asleep':
      return tie ? asleep(tie, now) : usual;
    case 'bridge':
      return bridge ? bridges(bridge) : usual;
    case 'introduction':
      return introduction ? introduces(introduction) : usual;
    case 'anniversary':
      return anniversary ? remembers(anniversary, day) : usual;
  }
};

const usual: Words = { it: 'È un buon giorno per sentirsi.', en: 'It is a good day to be in touch.' };

const ago = (from: Date, now: Date): Words => sayLong(now.getTime() - from.getTime());

const wordsSay = {
  complained: ({ at, leftUnhappy }: LastWords, now: Date): Words => {
    const long = ago(at, now);
    return leftUnhappy
      ? {
          it: `La nostra risposta non è bastata: aspetta da ${long.it}.`,
          en: `Our answer was not enough: they have been waiting for ${long.en}.`,
        }
      : {
          it: `Il suo reclamo è senza risposta da ${long.it}.`,
          en: `Their complaint has had no answer for ${long.en}.`,
        };
  },
  asked: ({ at, question }: LastWords, now: Date): Words => {
    const long = ago(at, now);
    return question
      ? {
          it: `Ha fatto una domanda e aspetta da ${long.it}.`,
          en: `Asked a question and has been waiting for ${long.en}.`,
        }
      : {
          it: `Ci ha scritto e aspetta una risposta da ${long.it}.`,
          en: `Wrote to us and has been waiting for an answer for ${long.en}.`,
        };
  },
  unhappy: ({ answeredAt, leftUnhappy }: LastWords, now: Date): Words => {
    const long = ago(answeredAt ?? now, now);
    return leftUnhappy
      ? {
          it: `È finita con l’amaro in bocca: abbiamo risposto ${long.it} fa e non sappiamo altro.`,
          en: `It ended with a bad taste: we answered ${long.en} ago and know nothing more.`,
        }
      : {
          it: `Abbiamo risposto al suo reclamo ${long.it} fa: non sappiamo com’è finita.`,
          en: `We answered their complaint ${long.en} ago: we do not know how it ended.`,
        };
  },
  thanked: ({ at, thanks }: LastWords, now: Date): Words => {
    const long = ago(at, now);
    return thanks
      ? {
          it: `Ci ha ringraziato ${long.it} fa e nessuno ha ancora detto niente.`,
          en: `Thanked us ${long.en} ago and nobody has said a word yet.`,
        }
      : {
          it: `Ha parlato bene di noi ${long.it} fa e nessuno ha ancora detto niente.`,
          en: `Spoke well of us ${long.en} ago and nobody has said a word yet.`,
        };
  },
} as const;

const asleep = ({ usualDays, lastAt }: OurTie, now: Date): Words => {
  if (usualDays === null || lastAt === null) return usual;
  const sleep = sleepOf({ usualDays, lastAt }, now);
  const [gap, silence] = [sayDays(sleep.usualDays), sayDays(sleep.silentDays)];
  return {
    it: `Di solito ci si sente ogni ${gap.it}: adesso c’è silenzio da ${silence.it}.`,
    en: `Usually we are in touch every ${gap.en}: now there has been silence for ${silence.en}.`,
  };
};

const bridges = ({ circle, weKnow, theyKnow }: Bridge): Words => ({
  it: `Conosce ${people.it(theyKnow)} della cerchia «${circle.name.it}», dove noi ${weKnow === 0 ? 'non conosciamo nessuno' : `ne conosciamo ${weKnow}`}.`,
  en: `Knows ${people.en(theyKnow)} of the circle “${circle.name.en}”, where we know ${weKnow === 0 ? 'nobody' : weKnow}.`,
});

const introduces = ({ by, other }: RipeIntroduction): Words =>
  by === 'ours'
    ? {
        it: `Con ${other.name} non si conoscono ancora, e noi conosciamo bene tutti e due.`,
        en: `They and ${other.name} do not know each other yet, and we know both well.`,
      }
    : {
        it: `Conosce bene noi e conosce bene ${other.name}, che noi non conosciamo.`,
        en: `Knows us well and knows ${other.name} well, whom we do not know.`,
      };

const remembers = ({ kind, since, what }: Anniversary, day: string): Words => {
  const years = sayYears(yearsSince(since, day) ?? 1);
  if (kind === 'met')
    return {
      it: `Ci siamo incontrati la prima volta ${years.it} fa, in questi giorni.`,
      en: `We first met ${years.en} ago, about now.`,
    };
  const made = what ? `: ${what}` : '';
  return {
    it: `La prima cosa fatta insieme è di ${years.it} fa, in questi giorni${made}.`,
    en: `The first thing we made together was ${years.en} ago, about now${made}.`,
  };
};

const people = {
  it: (count: number): string => (count === 1 ? 'una persona' : `${count} persone`),
  en: (count: number): string => (count === 1 ? 'one person' : `${count} people`),
};
