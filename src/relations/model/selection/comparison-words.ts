import type { Comparison, TeamFigures } from './comparison.ts';
import type { Words } from './team-input.ts';

/** The comparison in plain words: first in absolute terms, where the biggest mostly win, then for the effort. */
export const comparisonWords = (compared: Omit<Comparison, 'says'>): Words => {
  const { basis, chosen, biggest, oneByOne } = compared;
  const isLater = basis === 'later';
  return {
    it: [
      isLater
        ? 'Scegliendo da quanto era successo prima e contando chi è intervenuto dopo, nell’ultimo quinto:'
        : 'I dati sono pochi per tenerne una parte da parte: questi numeri vengono dalla stessa stima che ha scelto, e ci fanno un favore.',
      `${isLater ? 'questa' : 'Questa'} squadra raggiunge ${round(chosen.people)} persone, altrettanti grandi ${round(biggest.people)}, gli stessi dati uno alla volta ${round(oneByOne.people)}.`,
      effortWords(chosen, biggest).it,
    ].join(' '),
    en: [
      isLater
        ? 'Chosen by what happened before, counting who joined in afterwards, in the last fifth:'
        : 'There are too few data to keep a part back: these figures come from the same guess that chose, and flatter us.',
      `${isLater ? 'this' : 'This'} team reaches ${round(chosen.people)} people, as many of the biggest ${round(biggest.people)}, the same data one by one ${round(oneByOne.people)}.`,
      effortWords(chosen, biggest).en,
    ].join(' '),
  };
};

const round = (figure: number): string => String(Math.round(figure));

const effortWords = (chosen: TeamFigures, biggest: TeamFigures): Words => {
  if (biggest.peoplePerHour <= 0 || chosen.hours <= 0)
    return {
      it: 'Dei grandi qui non si può dire quanto rendano per ora.',
      en: 'What the biggest bring per hour cannot be told here.',
    };
  const ratio = chosen.peoplePerHour / biggest.peoplePerHour;
  const said = ratio.toFixed(1);
  return ratio >= 1
    ? {
        it: `Per ogni ora di lavoro rende ${said.replace('.', ',')} volte i grandi.`,
        en: `Per hour of work it brings ${said} times what the biggest do.`,
      }
    : {
        it: `Anche per ora di lavoro i grandi rendono di più: qui la squadra fa ${said.replace('.', ',')} volte loro.`,
        en: `Per hour of work too the biggest bring more: this team brings ${said} times theirs.`,
      };
};
