import type { Draft } from '../draft.ts';
import type { Candidate, RuleWords } from '../phrases.ts';
import type { Sentence } from '../sentences.ts';

const rule: RuleWords = {
  kind: 'self-reference',
  level: 'hint',
  why: {
    it: 'Qui si parla solo di noi: chi legge cerca sé stesso, una persona o una storia.',
    en: 'This is all about us: readers look for themselves, for a person or for a story.',
  },
};

const invitation = {
  it: 'E a voi com’è andata? …',
  en: 'And how was it for you? …',
};

const ourselves = {
  it: /(?<![a-zà-ÿ])(?:noi|nostr[oaie]|siamo|crediamo)(?![a-zà-ÿ])/g,
  en: /(?<![a-z])(?:we|our|ours|us)(?![a-z])/g,
};

const reader = {
  it: /\?|(?<![a-zà-ÿ])(?:tu|ti|te|tuo|tua|voi|vi|vostr[oaie]|lei|suo|sua|la ringrazio|grazie|hai|avete|scusa|scusi|scusate|dispiace|mi|venite|vieni)(?![a-zà-ÿ])|[a-z]{2,15}(?:at|et|it)e(?:ci|mi)/g,
  en: /\?|(?<![a-z])(?:you|your|yours|thank|thanks|sorry)(?![a-z])/g,
};

const LEAST = 3;

/** Three mentions of ourselves, close together and with almost nobody else in sight. */
export const findSelfReference = (draft: Draft): readonly Candidate[] => {
  const ours = [...draft.folded.matchAll(ourselves[draft.lang])].map(({ index }) => index);
  const theirs = draft.folded.match(reader[draft.lang])?.length ?? 0;
  // An English reply says "we" and "you" where Italian says neither.
  if (ours.length < LEAST || ours.length < 3 * theirs) return [];
  const { start, end } = stretch(draft.sentences, ours);
  const text = draft.lang === 'it' ? invitation.it : invitation.en;
  const at = draft.text.length;
  const proposal = { lang: draft.lang, text: ` ${text}`, start: at, end: at, ready: false };
  return [{ picky: false, finding: { ...rule, start, end, proposal } }];
};

/** From the first sentence that speaks of us to the last. */
const stretch = (sentences: readonly Sentence[], ours: readonly number[]): Sentence => {
  const [first = 0, last = 0] = [ours[0], ours.at(-1)];
  const start = sentences.find((sentence) => sentence.end > first)?.start ?? 0;
  const end = sentences.find((sentence) => sentence.end > last)?.end ?? last;
  return { start, end };
};
