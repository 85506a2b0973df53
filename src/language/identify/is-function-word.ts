import { foldText } from '../../platform/text/index.ts';
import { ballots, type VotingLanguage, votingLanguages } from './function-words.ts';

/** Whether a word (in any case, with or without accents) is one of the small words of a language. */
export const isFunctionWord = (word: string, language: VotingLanguage): boolean =>
  ((ballots.get(foldText(word)) ?? 0) & (1 << votingLanguages.indexOf(language))) !== 0;
