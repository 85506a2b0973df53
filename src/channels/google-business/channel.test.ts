import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeChannelContract } from '../../../test/harness/channel-contract.ts';
import { googleBusinessChannel } from './channel.ts';
import { businessLimits } from './check.ts';

const bytes = new Uint8Array(fs.readFileSync(new URL('./fixtures/reviews.json', import.meta.url)));
const context = {
  accountId: 'accounts/11',
  placeTitle: 'Enoteca Boschetto',
  mapsUri: 'https://maps.example/777',
  fetchedAt: '2026-11-22T10:00:00.000Z',
};

describeChannelContract(googleBusinessChannel, {
  documents: [bytes],
  context,
  settings: { clientId: '123456-prova.apps.googleusercontent.com' },
  secrets: { clientSecret: 'GOCSPX-prova', accessToken: 'ya29.prova' },
  writing: {
    limits: businessLimits,
    draft: {
      text: 'Grazie, la aspettiamo',
      inReplyTo: {
        nativeId: 'locations/777/reviews/AbFv-due',
        references: [],
        authorNativeId: 'reviewer-of:locations/777/reviews/AbFv-due',
        saidAt: '2026-10-15T19:04:05Z',
        context: { name: 'accounts/11/locations/777/reviews/AbFv-due' },
      },
      media: [],
      options: {},
      signedBy: { name: 'Marta' },
    },
  },
});

describe('what Google tells of reviews', () => {
  const events = googleBusinessChannel
    .readRaw(bytes, context)
    .flatMap((raw) => googleBusinessChannel.normalise(raw));

  it('is read with its stars, its place and the answer of the owner', () => {
    expect(events[0]).toMatchObject({
      item: {
        nativeId: 'locations/777/reviews/AbFv-uno',
        form: 'review',
        title: 'Enoteca Boschetto',
        rating: { value: 2, best: 5 },
        author: { name: 'Paola Neri', nativeId: 'reviewer-of:locations/777/reviews/AbFv-uno' },
        editedAt: '2026-10-13T07:00:00.000Z',
        media: [{ kind: 'image', url: 'https://lh3.example/foto.jpg' }],
      },
    });
    expect(events[1]).toMatchObject({
      item: { ours: true, nativeId: 'locations/777/reviews/AbFv-uno/reply', text: 'Ci dispiace, Paola.' },
    });
  });

  it('names nobody who wants to be anonymous, and takes stars without words', () => {
    expect(events[2]).toMatchObject({ item: { text: '', rating: { value: 5, best: 5 } } });
    expect(JSON.stringify(events[2])).not.toContain('Un utente Google');
    expect(events[3]).toEqual({
      kind: 'removed',
      nativeId: 'locations/777/reviews/AbFv-due/reply',
      ifKnown: true,
    });
  });

  it('takes the answer away with the review', () => {
    expect(events.slice(4).map((event) => event.kind === 'removed' && event.nativeId)).toEqual([
      'locations/777/reviews/AbFv-tre',
      'locations/777/reviews/AbFv-tre/reply',
    ]);
  });
});
