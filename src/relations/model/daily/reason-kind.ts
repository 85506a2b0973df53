import type { Words } from '../../../channels/index.ts';

/** Why somebody is on the list. The first two wait for an answer of ours; the others are of our own accord. */
export const reasonKinds = [
  'complained',
  'asked',
  'unhappy',
  'thanked',
  'anniversary',
  'introduction',
  'meeting',
  'bridge',
  'weak-tie',
  'asleep',
] as const;
export type ReasonKind = (typeof reasonKinds)[number];

export const isWaiting = (kind: ReasonKind): boolean => kind === 'complained' || kind === 'asked';

/** Short names, for lists and settings. */
export const reasonTitles = {
  complained: { it: 'Un reclamo senza risposta', en: 'A complaint without an answer' },
  asked: { it: 'Aspetta una risposta', en: 'Waiting for an answer' },
  unhappy: { it: 'Era rimasto l’amaro in bocca', en: 'It had left a bad taste' },
  thanked: { it: 'Ci ha ringraziato', en: 'They thanked us' },
  anniversary: { it: 'Un anniversario', en: 'An anniversary' },
  introduction: { it: 'Una presentazione matura', en: 'An introduction that is ripe' },
  meeting: { it: 'Due che dovrebbero incontrarsi', en: 'Two who should meet' },
  bridge: { it: 'Un ponte verso altre persone', en: 'A bridge to other people' },
  'weak-tie': { it: 'Un legame leggero che vale', en: 'A light tie that is worth it' },
  asleep: { it: 'Un legame che si addormenta', en: 'A tie that is falling asleep' },
} as const satisfies Readonly<Record<ReasonKind, Words>>;
