import { type ReadingSearch, readingSearchOf } from './reading-search.ts';

/** What the memory is searched for; lives in the address so that links and "back" keep it. */
export type MemorySearch = ReadingSearch & {
  cerca?: string;
  ricerca?: string;
  canale?: string;
  lingua?: string;
  chi?: string;
  autore?: string;
  /** Days such as `2026-11-20`. */
  dal?: string;
  al?: string;
  ordine?: 'pertinenza';
};

const names = ['cerca', 'ricerca', 'canale', 'lingua', 'chi', 'autore', 'dal', 'al'] as const;

export const memorySearchOf = (search: Readonly<Record<string, unknown>>): MemorySearch => ({
  ...Object.fromEntries(
    names.flatMap((name) => {
      const value = search[name];
      return typeof value === 'string' && value !== '' ? [[name, value]] : [];
    }),
  ),
  ...(search.ordine === 'pertinenza' ? { ordine: 'pertinenza' as const } : {}),
  ...readingSearchOf(search),
});

/** The same as the server is asked for it. Days begin and end at midnight here; what an old link names and nobody knows is not asked. */
export const askedOf = (search: MemorySearch) => ({
  q: search.cerca,
  watch: search.ricerca,
  channel: search.canale,
  language: search.lingua,
  author: search.chi,
  authorId: search.autore,
  since: midnight(search.dal, 0),
  until: midnight(search.al, 1),
  sort: search.ordine === 'pertinenza' ? 'relevance' : undefined,
  polarity: search.giudizio,
  intent: search.intento,
  aspect: search.aspetto,
});

export type MemoryAsked = ReturnType<typeof askedOf>;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

const midnight = (day: string | undefined, daysLater: number): string | undefined => {
  const [, year, month, date] = DAY.exec(day ?? '') ?? [];
  if (!year) return undefined;
  const time = new Date(Number(year), Number(month) - 1, Number(date) + daysLater);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
};

/** An address for what was kept: the other way round. */
export const searchOfAsked = (asked: Readonly<Record<string, string | undefined>>): MemorySearch =>
  memorySearchOf({
    cerca: asked.q,
    ricerca: asked.watch,
    canale: asked.channel,
    lingua: asked.language,
    chi: asked.author,
    autore: asked.authorId,
    dal: dayOf(asked.since, 0),
    al: dayOf(asked.until, -1),
    ordine: asked.sort === 'relevance' ? 'pertinenza' : undefined,
    giudizio: asked.polarity,
    intento: asked.intent,
    aspetto: asked.aspect,
  });

const dayOf = (instant: string | undefined, daysLater: number): string | undefined => {
  if (!instant) return undefined;
  const time = new Date(instant);
  time.setDate(time.getDate() + daysLater);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
};
