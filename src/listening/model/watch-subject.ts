/** Whom or what a watch may be about. A private person is none of them: such a watch is refused. */
export const watchSubjects = [
  'company',
  'products',
  'our-people',
  'competitors',
  'theme',
  'place',
  'public-figure',
] as const;
export type WatchSubject = (typeof watchSubjects)[number];
