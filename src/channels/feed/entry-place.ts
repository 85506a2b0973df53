import type { Place } from '../events.ts';
import { placeOf } from '../place-of.ts';
import { asRecord, asText } from './read-json.ts';

/** `georss:point` and `georss:featurename`, or `geo:lat` and `geo:long`. */
export const entryPlace = (entry: Readonly<Record<string, unknown>>): Place | undefined => {
  const georss = asRecord(entry.georss);
  const point = asRecord(georss.point);
  const geo = asRecord(entry.geo);
  const [latitude, longitude] = [number(point.lat ?? geo.lat), number(point.lng ?? geo.long)];
  return placeOf({ name: asText(georss.featureName), latitude, longitude }).place;
};

const number = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;
