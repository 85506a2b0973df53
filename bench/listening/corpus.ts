import { readCorpus } from '../../scripts/model/corpus.ts';

/** Repeatable numbers from 0 to 1 (mulberry32). */
const seeded = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
};

export const POST_LENGTH = 200;

/** Posts of exactly 200 characters, of what customers write; every fiftieth names one of the companies that are watched. */
export const makePosts = (count: number, names: readonly string[]): readonly string[] => {
  const texts = readCorpus().map(({ text }) => text.replace(/\s+/g, ' ').trim());
  const random = seeded(7);
  return Array.from({ length: count }, (_, index) => {
    let text = index % 50 === 0 ? `Cantina ${names[Math.floor(random() * names.length)]}. ` : '';
    while (text.length < POST_LENGTH) text += `${texts[Math.floor(random() * texts.length)]} `;
    return text.slice(0, POST_LENGTH).toWellFormed();
  });
};

const starts = [
  'b',
  'br',
  'c',
  'ch',
  'd',
  'f',
  'g',
  'gr',
  'l',
  'm',
  'n',
  'p',
  'pr',
  'qu',
  'r',
  's',
  'sc',
  't',
  'tr',
  'v',
  'z',
];
const middles = [
  'a',
  'e',
  'i',
  'o',
  'u',
  'al',
  'an',
  'ar',
  'el',
  'en',
  'er',
  'il',
  'in',
  'or',
  'on',
  'uc',
  'ett',
  'izz',
  'acc',
];
const ends = [
  'ani',
  'etti',
  'ini',
  'oni',
  'elli',
  'asco',
  'ergo',
  'ese',
  'olo',
  'uzzi',
  'aro',
  'igna',
  'essa',
  'ardi',
  'ato',
];

/** Family names that could be, all different. */
export const makeNames = (count: number): readonly string[] => {
  const random = seeded(42);
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  const names = new Set<string>();
  while (names.size < count)
    names.add(pick(starts) + pick(middles) + pick(starts) + pick(middles) + pick(ends));
  return [...names];
};

const trades = [
  'cantina',
  'pizzeria',
  'ristorante',
  'officina',
  'forno',
  'libreria',
  'farmacia',
  'gelateria',
  'hotel',
  'bar',
];
const themes = [
  'vino',
  'pizza',
  'olio',
  'pane',
  'gelato',
  'consegna',
  'prenotare',
  'ricetta',
  'degustazione',
  'riparazione',
];

/** What companies follow: their name, their products, their name beside a theme, its beginnings. */
export const makeQueries = (names: readonly string[]): readonly string[] =>
  names.map((name, index) => {
    const [trade, theme] = [trades[index % 10] ?? '', themes[Math.floor(index / 10) % 10] ?? ''];
    const kind = index % 20;
    if (kind < 10) return `"${trade} ${name}" O ${name}`;
    if (kind < 14) return `"${theme} ${name}" O "${name} ${theme}" O #${name}`;
    if (kind < 17) return `${theme} E ${name} NON concorso`;
    if (kind < 19) return `(${theme} O ${trade}) VICINO/5 ${name}`;
    return `${name.slice(0, -1)}* O ${name}.it`;
  });
