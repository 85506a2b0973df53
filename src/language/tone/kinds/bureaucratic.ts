import { phraseTable, type RuleWords } from '../phrases.ts';
import { bureaucraticEnglish } from './bureaucratic-english.ts';
import { bureaucraticItalian } from './bureaucratic-italian.ts';

export const bureaucraticRule: RuleWords = {
  kind: 'bureaucratic',
  level: 'hint',
  why: {
    it: 'È lingua da ufficio: a voce non la useresti con una persona che hai davanti.',
    en: 'This is office language: you would not say it to somebody standing in front of you.',
  },
};

export const bureaucratics = phraseTable({ it: bureaucraticItalian, en: bureaucraticEnglish });
