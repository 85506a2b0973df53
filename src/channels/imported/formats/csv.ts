import { guessMapping } from '../../told/guess-mapping.ts';
import { type Mapping, readMapping, toldBy } from '../../told/mapping.ts';
import { pointerTo, textAt } from '../../told/pointer.ts';
import { remembered } from '../../told/remembered.ts';
import type { Reading } from '../../told/told.ts';
import type { Format, Telling } from '../read.ts';
import { tableReader } from '../text/table-reader.ts';

/** A table: which column holds what is told by `mapping`, or guessed from the names of columns. */
export const csvFormat: Format = {
  id: 'csv',
  reader: ({ separator, header }) => tableReader({ separator, header }),
  tell: (record, reading) => tellMapped(record, reading),
  identify: (record, reading) => mappedId(record, reading),
};

export const tellMapped = (record: unknown, reading: Reading): Telling => {
  if (record === null || typeof record !== 'object') return { trouble: 'not-understood' };
  return toldBy(record, mappingFor(record, reading), reading);
};

export const mappedId = (record: unknown, reading: Reading): string | undefined =>
  textAt(record, mappingFor(record, reading).places.id).trim() || undefined;

const mappingFor = (record: unknown, { context }: Reading): Mapping =>
  context.mapping ? readMapping(context.mapping) : guessedOf(record);

/** The shape met last: the rows of a table are all of one, and comparing their names costs less than telling them. */
let lastMet: { readonly names: readonly string[]; readonly mapping: Mapping } | undefined;

const guessedOf = (record: unknown): Mapping => {
  const names = flatNames(record);
  if (names && lastMet && isSame(names, lastMet.names)) return lastMet.mapping;
  const mapping = guessedFor(JSON.stringify(placesOf(record)));
  if (names) lastMet = { names, mapping };
  return mapping;
};

/** Undefined for what holds more than plain values: its shape is not told by its names. */
const flatNames = (record: unknown): readonly string[] | undefined => {
  if (record === null || typeof record !== 'object') return undefined;
  for (const value of Object.values(record))
    if (value !== null && typeof value === 'object') return undefined;
  return Object.keys(record);
};

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((name, at) => name === others[at]);

const guessedFor = remembered((places) => guessMapping(JSON.parse(places) as readonly string[]));

/** Two levels are enough to guess by. */
export const placesOf = (record: unknown): readonly string[] => {
  if (record === null || typeof record !== 'object') return [];
  return Object.entries(record)
    .slice(0, 200)
    .flatMap(([name, value]) =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.keys(value)
            .slice(0, 50)
            .map((inner) => pointerTo(name, inner))
        : [pointerTo(name)],
    );
};
