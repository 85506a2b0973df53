import type { Place } from '../events.ts';
import { placeName, placeOf } from '../place-of.ts';
import { asMicroformat, type Microformat, textsOf } from './microformats.ts';

/** `p-location` as an h-card, h-adr or h-geo (https://microformats.org/wiki/h-entry), as plain words, or the entry's own `p-latitude`. */
export const placeIn = (entry: Microformat | undefined): { readonly place?: Place } => {
  const card = asMicroformat(entry?.properties.location?.[0]);
  const inner = asMicroformat(card?.properties.geo?.[0]) ?? asMicroformat(card?.properties.adr?.[0]);
  const first = (name: string): string | undefined =>
    [card, inner, card ? undefined : entry].flatMap((one) => textsOf(one, name))[0];
  const [north, east] = geoUri(textsOf(card, 'geo')[0]);
  const named = placeName(
    ...['name', 'street-address', 'locality', 'region', 'country-name'].map(
      (name) => [card, inner].flatMap((one) => textsOf(one, name))[0],
    ),
  );
  return placeOf({
    name: named || textsOf(entry, 'location')[0],
    latitude: first('latitude') ?? north,
    longitude: first('longitude') ?? east,
  });
};

/** RFC 5870: `geo:45.07,7.68`. */
const geoUri = (text: string | undefined): readonly (string | undefined)[] =>
  /^geo:(-?[\d.]{1,20}),(-?[\d.]{1,20})/i.exec(text ?? '')?.slice(1, 3) ?? [];
