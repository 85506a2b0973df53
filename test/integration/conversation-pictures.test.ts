import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addUpload } from '../../src/channels/actions/add-upload.ts';
import { type ContentLimits, type Draft, loadUpload, sweepUploads } from '../../src/channels/index.ts';
import { readThread } from '../../src/conversation/actions/read-thread.ts';
import { saveDraft } from '../../src/conversation/actions/save-draft.ts';
import {
  type Correspondent,
  type Desk,
  deliverReply,
  deskOf,
  writeReply,
} from '../../src/conversation/index.ts';
import { newId } from '../../src/platform/ids.ts';
import { err, expectOk, ok } from '../../src/platform/result.ts';
import { type Company, createHouse, createWorkspace, type House, say, threadOf } from './conversation-kit.ts';

const limits: ContentLimits = {
  text: { max: 300, unit: 'grapheme' },
  media: { max: 2, maxBytes: 100_000, mimeTypes: ['image/png'], altRequired: true, altMax: 100 },
  visibilities: ['public'],
  contentWarning: false,
  subject: false,
};

/** What came with each answer, by its key. */
const arrivedPictures = new Map<string, readonly { readonly alt: string; readonly bytes: Uint8Array }[]>();

/** A channel that takes pictures with descriptions, and keeps what arrives in the test. */
const galleryOf = (workspaceId: string): Correspondent => ({
  account: { nativeId: 'us' },
  limits,
  compose: ({ text, media }) =>
    media.some(({ alt }) => alt === '') ? err([{ kind: 'alt-missing' }]) : ok({ text, media }),
  send: async (payload, opKey) => {
    const { media } = payload as Pick<Draft, 'media'>;
    const load = async ({ id, alt }: Draft['media'][number]) => ({
      alt,
      bytes: await loadUpload(house.platform, workspaceId, id),
    });
    arrivedPictures.set(opKey, await Promise.all(media.map(load)));
    return { state: 'published', nativeId: `native-${opKey}` };
  },
  settle: async () => ({ state: 'absent' }),
});

const DAY_MS = 24 * 3_600_000;

let house: House;
let desk: Desk;
let company: Company;
let threadId: string;
let mentionId: string;
let vineyard: Buffer;

beforeAll(async () => {
  house = await createHouse();
  desk = deskOf(house.platform, { openCorrespondent: async (workspaceId) => ok(galleryOf(workspaceId)) });
  vineyard = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#2f5d34' } })
    .png()
    .toBuffer();
});
afterAll(() => house.close());

beforeEach(async () => {
  company = await createWorkspace(house);
  [mentionId = ''] = await say(house, company, { nativeId: 'question' });
  threadId = await threadOf(house, company, mentionId);
});

const picture = async (where: Company = company) =>
  expectOk(
    await addUpload(house.platform, where.coordinator, { bytes: vineyard, name: 'vigna.png', alt: '' }),
  );
const write = (
  media: readonly { uploadId: string; alt: string }[],
  id: string = newId(),
  body = 'Ecco la vigna',
) => writeReply(desk, company.coordinator, { id, threadId, mentionId, body, options: {}, media });
const read = async () => expectOk(await readThread(desk, company.coordinator, threadId));

describe('an answer with a picture', () => {
  it('arrives with the very picture and its description, and shows them meanwhile', async () => {
    const upload = await picture();
    const media = [{ uploadId: upload.id, alt: 'I filari al tramonto' }];
    const { id } = expectOk(await write(media));
    expect((await read()).replies[0]?.media).toEqual([
      {
        ...media[0],
        mimeType: 'image/png',
        width: 80,
        height: 60,
        name: 'vigna.png',
        byteLength: upload.byteLength,
      },
    ]);
    house.clock.advance(10_000);
    await deliverReply(desk, company.workspaceId, id);
    const [arrived] = arrivedPictures.get(id) ?? [];
    expect(arrived?.alt).toBe('I filari al tramonto');
    expect(await sharp(arrived?.bytes).metadata()).toMatchObject({ format: 'png', width: 80, height: 60 });
    expect((await read()).replies[0]).toMatchObject({ state: 'sent', media });
  });

  it('may have no words at all', async () => {
    const { id } = await picture();
    expectOk(await write([{ uploadId: id, alt: 'La vigna' }], newId(), ''));
  });

  it('is not taken without a description where the channel wants one', async () => {
    const { id } = await picture();
    expect(await write([{ uploadId: id, alt: '' }])).toMatchObject({
      error: { kind: 'violations', violations: [{ kind: 'alt-missing' }] },
    });
  });

  it('is not taken with a picture that is not there, or is another company’s', async () => {
    const theirs = await picture(await createWorkspace(house));
    for (const uploadId of [newId(), theirs.id]) {
      expect(await write([{ uploadId, alt: 'La vigna' }])).toMatchObject({
        error: { kind: 'violations', violations: [{ kind: 'media-missing' }] },
      });
    }
  });

  it('is the same answer only with the same picture', async () => {
    const { id: uploadId } = await picture();
    const id = newId();
    expectOk(await write([{ uploadId, alt: 'La vigna' }], id));
    expectOk(await write([{ uploadId, alt: 'La vigna' }], id));
    expect(await write([], id)).toMatchObject({ error: { kind: 'id-taken' } });
  });

  it('keeps its picture for good', async () => {
    const { id: uploadId } = await picture();
    const { id } = expectOk(await write([{ uploadId, alt: 'La vigna' }]));
    house.clock.advance(400 * DAY_MS);
    await sweepUploads(house.platform);
    await deliverReply(desk, company.workspaceId, id);
    expect(arrivedPictures.get(id)).toHaveLength(1);
  });
});

describe('a draft with a picture', () => {
  const save = (media: readonly { uploadId: string; alt: string }[]) =>
    saveDraft(desk, company.coordinator, threadId, { body: '', options: {}, media });

  it('comes back with it, and the picture waits for the draft', async () => {
    const { id: uploadId } = await picture();
    expectOk(await save([{ uploadId, alt: 'La vi' }]));
    house.clock.advance(20 * DAY_MS);
    await sweepUploads(house.platform);
    expect((await read()).draft?.media).toMatchObject([{ uploadId, alt: 'La vi', width: 80, height: 60 }]);
  });

  it('comes back without it when nobody touched it for a month', async () => {
    const { id: uploadId } = await picture();
    expectOk(await save([{ uploadId, alt: 'La vigna' }]));
    house.clock.advance(31 * DAY_MS);
    await sweepUploads(house.platform);
    expect((await read()).draft).toMatchObject({ body: '', media: [] });
  });
});

describe('the composer', () => {
  it('is told what pictures the channel takes', async () => {
    expect((await read()).composer?.media).toEqual({
      max: 2,
      maxBytes: 100_000,
      mimeTypes: ['image/png'],
      altRequired: true,
      altMax: 100,
    });
  });
});
