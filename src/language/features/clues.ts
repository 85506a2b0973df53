import { aspects } from '../model/heads.ts';

/** What rules and word lists find, as numbers that the model weighs beside the words themselves. */
export const ruleCategories = [
  'question',
  'wish',
  'suggestion',
  'churn',
  'mishap',
  'praise',
  'urgent',
  'spam',
  'insult',
  'vulgar',
  'thanks',
  'request',
  'possession',
  'waiting',
  'contrast',
  'threat',
] as const;
export type RuleCategory = (typeof ruleCategories)[number];

export const clues = [
  'goodWords',
  'badWords',
  'goodWordsOpen',
  'badWordsOpen',
  'balance',
  'balanceAtEnd',
  'anyGood',
  'anyBad',
  'goodEmoji',
  'badEmoji',
  'questionMark',
  'endsInQuestion',
  'exclamation',
  'dots',
  'shouting',
  'stretched',
  'link',
  'account',
  'hashtag',
  'number',
  'money',
  'short',
  'long',
  'noWords',
  ...ruleCategories.map((rule) => `rule:${rule}` as const),
  ...aspects.map((aspect) => `aspect:${aspect}` as const),
] as const;
export type Clue = (typeof clues)[number];

/** From here on a clue is how often the words of a rule or of an aspect are there. */
export const FIRST_COUNTED = clues.indexOf(`rule:${ruleCategories[0]}`);

export const clueIndex = Object.fromEntries(clues.map((clue, index) => [clue, index])) as Readonly<
  Record<Clue, number>
>;
