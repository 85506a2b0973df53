import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeChannelContract } from '../../../test/harness/channel-contract.ts';
import { expectOk } from '../../platform/result.ts';
import type { Draft } from '../contract.ts';
import { pacificDay, untilMidnightPacific } from '../google/midnight-pacific.ts';
import { youtubeChannel } from './channel.ts';
import { youtubeLimits } from './check.ts';
import { composeYoutube } from './compose.ts';
import { isRunningLow, spend, spentToday } from './quota.ts';

const document = (name: string) =>
  new Uint8Array(fs.readFileSync(new URL(`./fixtures/${name}`, import.meta.url)));
const context = { channelId: 'UCcantina', fetchedAt: '2026-11-22T10:00:00.000Z' };
const draft: Draft = {
  text: 'Vi aspettiamo!',
  inReplyTo: {
    nativeId: 'Ugx-primo.r1',
    references: [],
    authorNativeId: 'UCanna',
    authorHandle: '@annabianchi',
    saidAt: '2026-10-02T08:15:00Z',
    context: { parentId: 'Ugx-primo', isReply: '1' },
  },
  media: [],
  options: {},
  signedBy: { name: 'Marta' },
};

describeChannelContract(youtubeChannel, {
  documents: ['threads.json', 'found.json'].map(document),
  context,
  settings: { clientId: '123456-prova.apps.googleusercontent.com', searchVideos: true },
  secrets: { clientSecret: 'GOCSPX-prova', accessToken: 'ya29.prova' },
  // Who is answered is named before the text: counted with it, and so left out here.
  writing: {
    limits: youtubeLimits,
    draft: { ...draft, inReplyTo: { ...target(), context: { parentId: 'Ugx-primo' } } },
  },
});

function target() {
  if (!draft.inReplyTo) throw new Error('an answer');
  return draft.inReplyTo;
}

const events = (name: string) =>
  youtubeChannel.readRaw(document(name), context).flatMap((raw) => youtubeChannel.normalise(raw));

describe('what YouTube tells', () => {
  it('is read comment by comment, ours known as ours, what waits held apart', () => {
    const [first, answer, held] = events('threads.json').flatMap((event) =>
      event.kind === 'item' ? [event.item] : [],
    );
    expect(first).toMatchObject({
      form: 'comment',
      text: 'Bellissima vendemmia!\nQuando si può visitare?',
      author: { nativeId: 'UCanna', name: 'annabianchi', handle: '@annabianchi' },
      addressed: true,
      url: 'https://www.youtube.com/watch?v=vendemmia26&lc=Ugx-primo',
      editedAt: '2026-10-02T08:20:00.000Z',
      rootNativeId: 'Ugx-primo',
    });
    expect(answer).toMatchObject({ ours: true, parentNativeId: 'Ugx-primo', replyContext: { isReply: '1' } });
    expect(held).toMatchObject({ held: true, author: { nativeId: 'author-of:Ugx-secondo' } });
  });

  it('is read of videos and of what is gone', () => {
    expect(events('found.json')).toEqual([
      expect.objectContaining({
        item: expect.objectContaining({
          title: "Dolcetto & Barbera: l'assaggio",
          addressed: false,
          form: 'post',
        }),
      }),
      { kind: 'removed', nativeId: 'Ugx-terzo', removedAt: '2026-11-02T10:00:00.000Z' },
    ]);
  });

  it('is answered below the top-level comment, naming whom', () => {
    const payload = expectOk(composeYoutube(draft, youtubeLimits));
    expect(payload).toEqual({ parentId: 'Ugx-primo', text: '@annabianchi Vi aspettiamo!' });
  });
});

describe('the units of a day', () => {
  it('are counted by Pacific days and kept', async () => {
    const clock = { now: () => new Date('2026-11-22T07:59:00Z') };
    const kept: Record<string, unknown> = {};
    const counting = {
      clock,
      pushState: { quota: { day: '2026-11-21', units: 7_940, searches: 3 } },
      keepPushState: async (change: Readonly<Record<string, unknown>>) => void Object.assign(kept, change),
    };
    expect(pacificDay(clock.now())).toBe('2026-11-21');
    await spend(counting, 'comments.insert');
    await spend(counting, 'search.list');
    expect(kept.quota).toEqual({ day: '2026-11-21', units: 7_990, searches: 4 });
    expect(isRunningLow(counting)).toBe(false);
    await spend(counting, 'comments.insert');
    expect(isRunningLow(counting)).toBe(true);
    expect(spentToday({ ...counting, clock: { now: () => new Date('2026-11-22T08:01:00Z') } })).toMatchObject(
      { units: 0 },
    );
    expect(untilMidnightPacific(clock.now())).toBe(120_000);
  });
});
