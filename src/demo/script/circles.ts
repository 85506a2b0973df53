/** People around the invented company who speak with one another: invented as everything here, their addresses end in .example. */
export type Acquaintance = { readonly key: string; readonly name: string; readonly place: string };

export type Circle = {
  readonly tag: string;
  /** Of the script's own people, by their key on Bluesky. */
  readonly known: readonly string[];
  readonly others: readonly Acquaintance[];
};

export const circles: readonly Circle[] = [
  {
    tag: 'cucina',
    known: ['osteria'],
    others: [
      { key: 'rita', name: 'Rita Zanni', place: 'Borgo Alto' },
      { key: 'gino', name: 'Gino del forno', place: 'Borgo Alto' },
      { key: 'tea', name: 'Tea Lambri', place: 'Monteverde' },
      { key: 'saverio', name: 'Saverio Gatti', place: 'Monteverde' },
      { key: 'mirella', name: 'Mirella Conti', place: 'Pieve' },
      { key: 'nello', name: 'Nello, macellaio', place: 'Pieve' },
    ],
  },
  {
    tag: 'strade bianche',
    known: ['teo'],
    others: [
      { key: 'ugo', name: 'Ugo Brandi', place: 'Valdorsa' },
      { key: 'lia', name: 'Lia Corsini', place: 'Valdorsa' },
      { key: 'piera', name: 'Piera in cammino', place: 'Pieve' },
      { key: 'dario', name: 'Dario Stella', place: 'Rocca' },
      { key: 'sveva', name: 'Sveva Orlandi', place: 'Rocca' },
    ],
  },
  {
    tag: 'chi scrive di vino',
    known: ['luca', 'vera', 'chiara'],
    others: [
      { key: 'ada', name: 'Ada Mori', place: 'Città' },
      { key: 'milo', name: 'Milo Ferri', place: 'Città' },
      { key: 'corso', name: 'Corso Valli', place: 'Lago' },
      { key: 'ines', name: 'Ines Bruni', place: 'Lago' },
    ],
  },
];

/** Who of one circle speaks with whom of another, how often. */
export const bridges: readonly (readonly [one: string, other: string, times: number])[] = [
  ['luca', 'osteria', 4],
  ['osteria', 'tea', 6],
  ['teo', 'rita', 3],
  ['teo', 'gino', 3],
  ['lia', 'vera', 2],
  ['luca', 'ada', 9],
];

/** The field in which the invented company looks for its people. */
export const field = {
  name: 'Il vino delle nostre colline',
  description: 'Chi ne parla per piacere, e chi viene ascoltato quando ne parla.',
  words: ['vino', 'rosso', 'bianco', 'passito', 'cantina', 'bottiglia'],
  hoursPerMonth: 8,
  team: 'Autunno',
} as const;
