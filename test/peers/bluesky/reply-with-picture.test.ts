import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestHouse, type TestCompany, type TestHouse } from '../../harness/test-house.ts';
import { waitUntil } from '../kit/wait-until.ts';
import { type BlueskyAccount, type BlueskyNetwork, startBlueskyNetwork } from './bluesky-network.ts';

let network: BlueskyNetwork;
let test: TestHouse;
let company: TestCompany;
let cellar: BlueskyAccount;
let anna: BlueskyAccount;

beforeAll(async () => {
  network = await startBlueskyNetwork();
  cellar = await network.createAccount('cantina');
  anna = await network.createAccount('anna');
  test = await startTestHouse();
  company = await test.company('Cantina Valdorsa');
});
afterAll(async () => {
  await test?.stop();
  await network?.stop();
});

const home = () => `/api/workspaces/${company.workspaceId}`;

type Detail = {
  readonly mentions: readonly { readonly id: string; readonly ours: boolean }[];
  readonly replies: readonly {
    readonly state: string;
    readonly url: string | null;
    readonly problem: unknown;
  }[];
  readonly composer: { readonly media: unknown };
};

/** The conversation that Anna's question made. */
const heard = async (): Promise<string> => {
  await network.post(anna, `@${cellar.handle} come si presenta la vigna quest’anno?`);
  await network.processAll();
  await company.json('POST', `${home()}/connections`, {
    channel: 'bluesky',
    values: {
      handle: cellar.handle,
      appPassword: await cellar.appPassword('passaparola'),
      service: network.pdsUrl,
    },
  });
  return waitUntil(
    async () => {
      const { threads } = await company.json<{ threads: { id: string }[] }>('GET', `${home()}/threads`);
      return threads[0]?.id;
    },
    { what: 'the question', within: 30_000, every: 200 },
  );
};

it('a question from the real network is answered there with a picture and its description', async () => {
  const threadId = await heard();
  const photograph = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#2f5d34' } })
    .withExif({ IFD0: { Copyright: 'Segreto di Franca' } })
    .jpeg()
    .toBuffer();
  const added = await company.as(`${home()}/uploads?name=vigna.png`, {
    method: 'POST',
    body: new Uint8Array(photograph),
  });
  const { id: uploadId } = (await added.json()) as { id: string };
  const read = () => company.json<Detail>('GET', `${home()}/threads/${threadId}`);
  const { mentions, composer } = await read();
  expect(composer.media).toMatchObject({ max: 4, altRequired: true });

  const reply = {
    id: crypto.randomUUID(),
    mentionId: mentions[0]?.id,
    body: 'Eccola, stamattina. Marta',
    options: {},
  };
  const write = (alt: string) =>
    company.as(`${home()}/threads/${threadId}/replies`, {
      method: 'POST',
      body: JSON.stringify({ ...reply, media: [{ uploadId, alt }] }),
      headers: { 'content-type': 'application/json' },
    });
  const undescribed = await write('');
  expect(undescribed.status).toBe(422);
  expect(await undescribed.json()).toMatchObject({ errors: [{ path: 'media' }] });
  expect((await write('I filari di Dolcetto al mattino')).status).toBe(201);
  await company.json('POST', `${home()}/replies/${reply.id}/send-now`, {});
  await waitUntil(async () => (await read()).replies[0]?.state === 'sent', {
    what: 'the sending',
    within: 30_000,
    every: 200,
  });

  await network.processAll();
  const { data } = await anna.agent.getAuthorFeed({ actor: cellar.did });
  const [post] = data.feed;
  expect(data.feed).toHaveLength(1);
  expect(post?.post.embed).toMatchObject({
    images: [{ alt: 'I filari di Dolcetto al mattino', aspectRatio: { width: 640, height: 480 } }],
  });
  const { embed } = (post?.post.record ?? {}) as {
    embed?: { images: { image: { ref: unknown } }[] };
  };
  const blob = await anna.agent.com.atproto.sync.getBlob({
    did: cellar.did,
    cid: String(embed?.images[0]?.image.ref),
  });
  const bytes = Buffer.from(blob.data);
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 640, height: 480 });
  expect(bytes.includes('Segreto')).toBe(false);
});
