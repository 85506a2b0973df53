import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeChannelContract } from '../../../test/harness/channel-contract.ts';
import { wordpressChannel } from './channel.ts';
import { wordpressLimits } from './compose.ts';

const site = 'https://cantina.example/';
const context = { site, accountId: '3' };
const bytes = new Uint8Array(fs.readFileSync(new URL('./fixtures/comments.json', import.meta.url)));
const settings = { site, user: 'marta' };

describeChannelContract(wordpressChannel, {
  documents: [bytes],
  context,
  settings,
  secrets: { password: 'abcd EFGH 1234 ijkl MNOP 6789' },
  writing: {
    limits: wordpressLimits,
    draft: {
      text: 'Grazie Anna: a marzo < del prossimo anno.',
      inReplyTo: {
        nativeId: 'comment:12',
        references: [],
        authorNativeId: 'mailto:anna@posta.example',
        saidAt: '2026-11-20T20:30:00.000Z',
        context: { post: '5', comment: '12' },
      },
      media: [],
      options: {},
      signedBy: { name: 'Marta' },
    },
  },
});

const raws = wordpressChannel.readRaw(bytes, context);
const items = raws
  .flatMap((raw) => wordpressChannel.normalise(raw))
  .flatMap((event) => (event.kind === 'item' ? [event.item] : []));

describe('a comment', () => {
  it('is spoken to us, on the page that it names, by who wrote it', () => {
    expect(items[0]).toMatchObject({
      nativeId: 'comment:12',
      form: 'comment',
      addressed: true,
      ours: false,
      author: { nativeId: 'mailto:anna@posta.example', name: 'Anna Bianchi', url: 'https://anna.example/' },
      text: 'Il Dolcetto “vecchio” era meglio.\n\nTornerà?',
      saidAt: '2026-11-20T20:30:00.000Z',
      links: [{ url: 'https://cantina.example/dolcetto/', title: 'Il nostro Dolcetto & altro' }],
      replyContext: { post: '5', comment: '12' },
    });
    expect(items[0]).not.toHaveProperty('held');
  });

  it('of our own user is ours, and hangs from the one that it answers', () => {
    expect(items[1]).toMatchObject({ ours: true, addressed: false, parentNativeId: 'comment:12' });
  });

  it('that the site holds is held, and so are the pings that it received', () => {
    expect(items.map(({ nativeId, held, form }) => [nativeId, held ?? false, form])).toEqual([
      ['comment:12', false, 'comment'],
      ['comment:13', false, 'comment'],
      ['comment:14', true, 'comment'],
      ['comment:15', true, 'article'],
    ]);
  });

  it('keeps nothing of the computer that it was written on', () => {
    expect(JSON.stringify(raws)).not.toMatch(/192\.0\.2\.7|Mozilla|gravatar/);
  });

  it('among the spam or in the trash is gone', () => {
    const [first] = JSON.parse(new TextDecoder().decode(bytes)) as object[];
    const trashed = new TextEncoder().encode(JSON.stringify({ ...first, status: 'trash' }));
    const [raw] = wordpressChannel.readRaw(trashed, context);
    expect(raw && wordpressChannel.normalise(raw)).toEqual([{ kind: 'removed', nativeId: 'comment:12' }]);
  });
});

describe('the password', () => {
  it.each([
    ['https://www.cantina.example', true],
    ['cantina.example', true],
    ['http://127.0.0.1:8080', true],
    ['http://localhost', true],
    ['http://www.cantina.example', false],
    ['http://127.0.0.1.cantina.example', false],
  ])('travels to %s: %s', (address, may) => {
    expect(wordpressChannel.settingsSchema.safeParse({ ...settings, site: address }).success).toBe(may);
  });
});
