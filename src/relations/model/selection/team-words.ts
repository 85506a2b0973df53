import type { Words } from './team-input.ts';

/** What is known of a member, before it is said. */
export type MemberFacts = {
  /** People really seen to join after her, or people expected to be reached. */
  readonly seen: boolean;
  readonly reached: number;
  readonly alone: number;
  readonly ties: number;
  readonly circles: readonly { readonly name: Words; readonly ties: number }[];
  readonly steps: number | null;
};

/** The reasons for a member, the weightiest first; nothing that cannot be shown. "Followed by", never "caused". */
export const reasonWords = (facts: MemberFacts): readonly Words[] =>
  [reachWords(facts), circleWords(facts), pathWords(facts)].filter((words) => words !== null);

const reachWords = ({ seen, reached, alone }: MemberFacts): Words | null => {
  const [people, only] = [Math.round(reached), Math.round(alone)];
  if (people === 0) return null;
  if (seen)
    return {
      it: `${people === 1 ? 'Una persona è intervenuta' : `${people} persone sono intervenute`} dopo di lei${only > 0 ? `; ${only} ${only === 1 ? 'non interviene' : 'non intervengono'} dopo nessun altro della squadra` : ', tutte anche dopo altri della squadra'}.`,
      en: `${people === 1 ? 'One person' : `${people} people`} joined in after her${only > 0 ? `; ${only} of them after nobody else in the team` : ', all of them also after others in the team'}.`,
    };
  return {
    it: `Può raggiungere circa ${people} ${people === 1 ? 'persona' : 'persone'}${only > 0 ? `, ${only} che nessun altro della squadra raggiunge` : ', che anche altri della squadra raggiungono'}.`,
    en: `May reach about ${people} ${people === 1 ? 'person' : 'people'}${only > 0 ? `, ${only} whom nobody else in the team reaches` : ', whom others in the team reach too'}.`,
  };
};

const circleWords = ({ circles, ties }: MemberFacts): Words | null => {
  const [first, ...others] = circles;
  if (!first || ties === 0) return null;
  return {
    it: `${first.ties} ${ties === 1 ? 'legame su 1' : `legami su ${ties}`} nella cerchia ${first.name.it}${others.map(({ name, ties: own }) => `, ${own} in ${name.it}`).join('')}.`,
    en: `${first.ties} of ${ties} ${ties === 1 ? 'tie' : 'ties'} in the circle ${first.name.en}${others.map(({ name, ties: own }) => `, ${own} in ${name.en}`).join('')}.`,
  };
};

const pathWords = ({ steps }: MemberFacts): Words | null => {
  if (steps === null || steps < 2) return null;
  return {
    it: `Senza di lei, il più vicino della squadra è a ${steps} passi da lì.`,
    en: `Without her, the nearest of the team is ${steps} steps away.`,
  };
};

/** "At least 58 % of the best": rounded down, so that it stays true. */
export const certificateWords = (certificate: number | null): Words => {
  if (certificate === null)
    return {
      it: 'Nessuna garanzia: è solo una classifica.',
      en: 'No guarantee: this is only a ranking.',
    };
  const percent = Math.floor(certificate * 100);
  return {
    it: `Sicuramente almeno il ${percent} % della migliore squadra possibile, per quanto dicono questi dati.`,
    en: `Surely at least ${percent} % of the best possible team, as far as these data tell.`,
  };
};
