import { describe, expect, it } from 'vitest';
import type { Channel } from './contract.ts';
import { facebookChannel } from './facebook/channel.ts';
import { feedChannel } from './feed/channel.ts';
import { webmentionChannel } from './webmention/channel.ts';
import { whatsappChannel } from './whatsapp/channel.ts';
import { xChannel } from './x/channel.ts';

const first = (
  channel: Pick<Channel, 'readRaw' | 'normalise'>,
  text: string,
  context: Record<string, string> = {},
) => {
  const [event] = channel
    .readRaw(new TextEncoder().encode(text), context)
    .flatMap((raw) => channel.normalise(raw));
  if (event?.kind !== 'item') throw new Error(`no item: ${JSON.stringify(event)}`);
  return event.item;
};

describe('where something was said comes with it', () => {
  it('from GeoRSS and geo in feeds', () => {
    const rss = (inside: string) =>
      `<rss version="2.0" xmlns:georss="http://www.georss.org/georss" xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#"><channel><title>t</title>
       <item><guid>1</guid><title>Sagra</title>${inside}</item></channel></rss>`;
    expect(
      first(
        feedChannel,
        rss('<georss:point>44.7 8.03</georss:point><georss:featurename>Alba</georss:featurename>'),
      ).place,
    ).toEqual({ name: 'Alba', latitude: 44.7, longitude: 8.03 });
    expect(first(feedChannel, rss('<geo:lat>44.7</geo:lat><geo:long>8.03</geo:long>')).place).toEqual({
      latitude: 44.7,
      longitude: 8.03,
    });
    expect(first(feedChannel, rss('')).place).toBeUndefined();
  });

  it('from p-location of pages, as a card, with an address or as words', () => {
    const page = (inside: string) =>
      first(
        webmentionChannel,
        `<div class="h-entry"><a class="u-in-reply-to" href="https://nostra.example/vino">vino</a><p class="e-content">Buono</p>${inside}</div>`,
        { source: 'https://loro.example/nota', target: 'https://nostra.example/vino' },
      ).place;
    expect(
      page(
        '<div class="p-location h-card"><span class="p-name">Enoteca</span> <span class="p-locality">Alba</span><data class="p-latitude" value="44.7"></data><data class="p-longitude" value="8.03"></data></div>',
      ),
    ).toEqual({ name: 'Enoteca, Alba', latitude: 44.7, longitude: 8.03 });
    expect(
      page(
        '<div class="p-location h-geo"><data class="p-latitude" value="44.7"></data><data class="p-longitude" value="8.03"></data></div>',
      ),
    ).toMatchObject({
      latitude: 44.7,
      longitude: 8.03,
    });
    expect(page('<span class="p-location">Alba</span>')).toEqual({ name: 'Alba' });
  });

  it('from X’s coordinates, with the author’s home as they write it', () => {
    const item = first(
      xChannel,
      JSON.stringify({
        id: '1',
        text: 'ciao',
        author_id: '2',
        author: { id: '2', username: 'anna', location: 'Torino' },
        geo: { place_id: 'x', coordinates: { type: 'Point', coordinates: [8.03, 44.7] } },
      }),
    );
    expect(item.place).toEqual({ latitude: 44.7, longitude: 8.03 });
    expect(item.author.place).toBe('Torino');
  });

  it('from a visitor’s post on Facebook', () => {
    const body = JSON.stringify({
      post: {
        id: '1_2',
        message: 'Siamo qui',
        place: {
          name: 'Cantina',
          location: { city: 'Alba', country: 'Italia', latitude: 44.7, longitude: 8.03 },
        },
      },
    });
    expect(first(facebookChannel, body).place).toEqual({
      name: 'Cantina, Alba, Italia',
      latitude: 44.7,
      longitude: 8.03,
    });
  });

  it('from a place sent on WhatsApp', () => {
    const body = JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: '1',
          changes: [
            {
              field: 'messages',
              value: {
                messaging_product: 'whatsapp',
                metadata: { phone_number_id: '9' },
                messages: [
                  {
                    from: '393331234567',
                    id: 'w',
                    timestamp: '1764144000',
                    type: 'location',
                    location: { latitude: 44.7, longitude: 8.03, name: 'Piazza' },
                  },
                ],
              },
            },
          ],
        },
      ],
    });
    expect(first(whatsappChannel, body).place).toMatchObject({ name: 'Piazza', latitude: 44.7 });
  });
});
