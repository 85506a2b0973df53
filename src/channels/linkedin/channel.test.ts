import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeChannelContract } from '../../../test/harness/channel-contract.ts';
import { linkedinChannel } from './channel.ts';
import { plainWords } from './plain-words.ts';
import { restliList } from './urns.ts';

const document = (name: string) =>
  new Uint8Array(fs.readFileSync(new URL(`./fixtures/${name}`, import.meta.url)));
const context = { organization: 'urn:li:organization:5515715', fetchedAt: '2026-11-22T10:00:00.000Z' };

describeChannelContract(linkedinChannel, {
  documents: ['comments.json', 'posts.json'].map(document),
  context,
  settings: { clientId: '78bwprova6gz6t', page: '5515715' },
  secrets: { clientSecret: 'WPL_AP1.prova', accessToken: 'AQV-prova' },
});

const events = (name: string) =>
  linkedinChannel.readRaw(document(name), context).flatMap((raw) => linkedinChannel.normalise(raw));
const post = 'urn:li:share:7012345678901234567';

describe('what LinkedIn tells of a page', () => {
  it('is read comment by comment, ours known as ours, what is not shared left unread', () => {
    const [said, answer, hidden] = events('comments.json');
    expect(said).toMatchObject({
      kind: 'item',
      item: {
        form: 'comment',
        text: 'Complimenti a Marta Rossi (e a tutti)! #vendemmia',
        author: { nativeId: 'urn:li:person:A1b2-_c3' },
        ours: false,
        addressed: true,
        saidAt: '2025-11-26T08:00:00.000Z',
        editedAt: '2025-11-26T09:00:00.000Z',
        parentNativeId: post,
        rootNativeId: post,
        url: `https://www.linkedin.com/feed/update/${post}/`,
      },
    });
    expect(answer).toMatchObject({
      item: { ours: true, addressed: false, parentNativeId: `urn:li:comment:(${post},7012399999999999999)` },
    });
    expect(hidden).toMatchObject({ kind: 'unrecognised', reason: 'its author does not share it' });
  });

  it('is read of our own posts', () => {
    expect(events('posts.json')).toMatchObject([
      { item: { form: 'post', ours: true, nativeId: post, text: 'È finita la vendemmia del 2026.' } },
    ]);
  });

  it('keeps its little text bounded on hostile input', () => {
    expect(plainWords('@['.repeat(50_000))).toHaveLength(100_000);
    expect(plainWords('{hashtag|\\#|'.repeat(100))).toContain('{hashtag|');
  });

  it('is asked for in lists whose members are encoded, brackets too', () => {
    expect(restliList([`urn:li:comment:(${post},1)`])).toBe(
      'List(urn%3Ali%3Acomment%3A%28urn%3Ali%3Ashare%3A7012345678901234567%2C1%29)',
    );
  });
});
