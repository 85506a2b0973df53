import { guessMapping } from '../../told/guess-mapping.ts';
import { readMapping, toldBy } from '../../told/mapping.ts';
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

const mappingFor = (record: unknown, { context }: Reading) =>
  context.mapping ? readMapping(context.mapping) : guessedFor(JSON.stringify(placesOf(record)));

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
