import { cleanLine } from './clean-words.ts';
import type { Place } from './events.ts';

/** What a channel says of a place, as it comes: names that may be empty, numbers that may be none or texts. */
type Told = {
  readonly name?: string | undefined;
  readonly latitude?: number | string | undefined;
  readonly longitude?: number | string | undefined;
};

/** A place as an item's field, `{place}`; nothing when there is neither a name nor a pair of coordinates on this earth. */
export const placeOf = ({ name, latitude, longitude }: Told): { readonly place?: Place } => {
  const clean = cleanLine(name ?? '', 200);
  const at = coordinates(latitude, longitude);
  return clean || at ? { place: { ...(clean ? { name: clean } : {}), ...at } } : {};
};

/** Both or neither, within their ranges; 0,0 is what programs write that know nothing. */
const coordinates = (latitude: Told['latitude'], longitude: Told['longitude']) => {
  const [north, east] = [degrees(latitude, 90), degrees(longitude, 180)];
  return north === undefined || east === undefined || (north === 0 && east === 0)
    ? undefined
    : { latitude: north, longitude: east };
};

const degrees = (value: number | string | undefined, most: number): number | undefined => {
  const read = typeof value === 'string' ? decimal(value) : value;
  return read !== undefined && Math.abs(read) <= most ? read : undefined;
};

const decimal = (text: string): number | undefined =>
  /^\s*[+-]?\d{1,3}(?:\.\d{1,20})?\s*$/.test(text) ? Number(text) : undefined;

/** Names of a place from the nearest to the widest, each once: `Enoteca, Alba, Italia`. */
export const placeName = (...names: readonly (string | undefined)[]): string =>
  [...new Set(names.map((name) => cleanLine(name ?? '', 200)).filter(Boolean))].join(', ');
