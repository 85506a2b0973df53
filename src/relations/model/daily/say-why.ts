import type { Words } from '../../../channels/index.ts';
import { withArticle } from '../standing/spoken-figures.ts';
import { sleepOf } from '../ties/sleep.ts';
import { yearsSince } from './anniversary-today.ts';
import type {
  Anniversary,
  Bridge,
  Candidate,
  LastWords,
  OurTie,
  RipeIntroduction,
  RipeMeeting,
  WeakTieOfOurs,
} from './candidate.ts';
import type { ReasonKind } from './reason-kind.ts';
import { sayDays, sayLong, sayYears } from './spoken-time.ts';

/** Why today, in a sentence that rests on figures. Nothing is claimed that the facts do not hold. */
export const sayWhy = (kind: ReasonKind, candidate: Candidate, day: string, now: Date): Words => {
  const { said, tie, bridge, introduction, meeting, weakTie, anniversary } = candidate;
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
    case 'meeting':
      return meeting ? makesMeet(meeting) : usual;
    case 'weak-tie':
      return weakTie ? nurtures(weakTie) : usual;
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

/** From this much of it lost in a quarter on, a tie has plainly become weaker. */
const FADED = -0.3;

const asleep = ({ usualDays, lastAt, trend }: OurTie, now: Date): Words => {
  if (usualDays === null || lastAt === null) return usual;
  const sleep = sleepOf({ usualDays, lastAt }, now);
  const [gap, silence] = [sayDays(sleep.usualDays), sayDays(sleep.silentDays)];
  const faded = trend <= FADED ? Math.round(-100 * trend) : 0;
  return {
    it: `Di solito ci si sente ogni ${gap.it}: adesso c’è silenzio da ${silence.it}${faded ? `, e in tre mesi il legame ha perso ${withArticle('il', faded)} della sua forza` : ''}.`,
    en: `Usually we are in touch every ${gap.en}: now there has been silence for ${silence.en}${faded ? `, and in three months the tie has lost ${faded}% of its strength` : ''}.`,
  };
};

const bridges = ({ circle, weKnow, theyKnow }: Bridge): Words => ({
  it: `Conosce ${people.it(theyKnow)} della cerchia «${circle.name.it}», dove noi ${weKnow === 0 ? 'non conosciamo nessuno' : `ne conosciamo ${weKnow}`}.`,
  en: `Knows ${people.en(theyKnow)} of the circle “${circle.name.en}”, where we know ${weKnow === 0 ? 'nobody' : weKnow}.`,
});

const introduces = ({ other }: RipeIntroduction): Words => ({
  it: `Conosce bene noi e conosce bene ${other.name}, che noi non conosciamo.`,
  en: `Knows us well and knows ${other.name} well, whom we do not know.`,
});

const makesMeet = ({ other, common }: RipeMeeting): Words => ({
  it: `Con ${other.name} non si sono ancora parlati: noi conosciamo bene tutti e due, e hanno ${acquaintances.it(common)} in comune.`,
  en: `They and ${other.name} have not spoken yet: we know both well, and they have ${acquaintances.en(common)} in common.`,
});

const nurtures = ({ circle, overlap, joining }: WeakTieOfOurs): Words => {
  const shared = Math.round(100 * overlap);
  const around =
    shared === 0
      ? { it: 'non abbiamo conoscenze in comune', en: 'we have no acquaintances in common' }
      : {
          it: `abbiamo in comune ${withArticle('il', shared)} delle conoscenze`,
          en: `we have ${shared}% of our acquaintances in common`,
        };
  if (circle === null)
    return {
      it: `Ci si sente poco e ${around.it}: da qui arrivano cose nuove.`,
      en: `We are seldom in touch and ${around.en}: what is new comes this way.`,
    };
  const others = Math.max(0, joining - 1);
  return {
    it: `Ci si sente poco e ${around.it}: è ${others === 0 ? 'il nostro solo legame' : `tra i nostri pochi legami (${joining})`} con la cerchia «${circle.name.it}».`,
    en: `We are seldom in touch and ${around.en}: ${others === 0 ? 'our only tie' : `one of our few ties (${joining})`} with the circle “${circle.name.en}”.`,
  };
};

const acquaintances = {
  it: (count: number): string => (count === 1 ? 'una conoscenza' : `${count} conoscenze`),
  en: (count: number): string => (count === 1 ? 'one acquaintance' : `${count} acquaintances`),
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
