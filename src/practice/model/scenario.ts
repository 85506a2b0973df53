export type Bilingual = { readonly it: string; readonly en: string };

export const sectors = [
  'winery',
  'hotel',
  'restaurant',
  'shop',
  'online',
  'services',
  'association',
] as const;
export type Sector = (typeof sectors)[number];

export const places = ['review', 'social', 'forum', 'mail', 'direct'] as const;
export type Place = (typeof places)[number];

/** Where anybody can read it. */
export const isPublicPlace = (place: Place): boolean => place !== 'mail' && place !== 'direct';

/** Longest answer that people read there, in graphemes: what the channel takes, or what fits on a phone's screen. */
export const longestIn: Readonly<Record<Place, number>> = {
  review: 1_000,
  social: 500,
  forum: 1_500,
  mail: 1_800,
  direct: 700,
};

/** A complaint that was invented for practice, with what the company knows of it and how the story goes on. */
export type Scenario = {
  readonly id: string;
  readonly sector: Sector;
  readonly place: Place;
  /** 1 a nuisance to 4 safety or law, as cases have it. */
  readonly gravity: 1 | 2 | 3 | 4;
  /** The invented person. */
  readonly who: string;
  /** How they speak to us in Italian, and expect to be spoken to. */
  readonly register: 'tu' | 'lei';
  readonly title: Bilingual;
  /** What whoever answers knows and may do. */
  readonly facts: Bilingual;
  readonly said: Bilingual;
  /** What they say when the first answer was good: something else comes out. */
  readonly twist: Bilingual;
  /** An answer that does what is needed; one of many. */
  readonly model: Bilingual;
  /** Details are needed that have no place in public. */
  readonly needsPrivate: boolean;
};
