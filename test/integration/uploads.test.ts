import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweepUploads } from '../../src/channels/index.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { startTestHouse, type TestCompany, type TestHouse } from '../harness/test-house.ts';

type Upload = { id: string; mimeType: string; byteLength: number; width: number; name: string; alt: string };

let test: TestHouse;
let cellar: TestCompany;
let rival: TestCompany;
let vineyard: Buffer;

beforeAll(async () => {
  test = await startTestHouse();
  cellar = await test.company('Cantina Valdorsa');
  rival = await test.company('Altra Cantina');
  vineyard = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#2f5d34' } })
    .withExif({ IFD0: { Copyright: 'Segreto' } })
    .jpeg()
    .toBuffer();
});
afterAll(() => test.stop());

const uploads = (company: TestCompany) => `/api/workspaces/${company.workspaceId}/uploads`;

const add = (
  body: Uint8Array,
  query = '',
  headers: Record<string, string> = { 'content-type': 'image/png' },
) => cellar.as(uploads(cellar) + query, { method: 'POST', body: new Uint8Array(body), headers });

const added = async (query = ''): Promise<Upload> => {
  const response = await add(vineyard, query);
  expect(response.status).toBe(201);
  return (await response.json()) as Upload;
};

const sweep = (at: Date) => sweepUploads({ database: test.house.platform.database, clock: fixedClock(at) });
const inDays = (days: number) => new Date(Date.now() + days * 24 * 3_600_000);

describe('a picture that somebody adds', () => {
  it('is what its bytes say, whatever name and type come with it, and comes back without what was hidden', async () => {
    const upload = await added('?name=..%2Fvigna.svg&alt=La%20vigna');
    expect(upload).toMatchObject({ mimeType: 'image/jpeg', width: 80, name: 'vigna.jpg', alt: 'La vigna' });
    const shown = await cellar.as(`${uploads(cellar)}/${upload.id}`);
    expect(shown.status).toBe(200);
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': `inline; filename="vigna.jpg"; filename*=UTF-8''vigna.jpg`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': expect.stringContaining('private'),
    });
    const bytes = Buffer.from(await shown.arrayBuffer());
    expect(bytes).toHaveLength(upload.byteLength);
    expect(bytes.includes('Segreto')).toBe(false);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 80, height: 60 });
  });

  it('can be described later', async () => {
    const { id } = await added();
    const described = await cellar.json<Upload>('PATCH', `${uploads(cellar)}/${id}`, { alt: ' I filari ' });
    expect(described.alt).toBe('I filari');
  });

  it('is refused in words when it is no picture, empty, or too heavy', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    const refused = await add(svg, '?name=innocua.png');
    expect(refused.status).toBe(415);
    expect(await refused.json()).toMatchObject({ code: 'not-an-image', errors: [{ path: 'body' }] });
    expect((await add(Buffer.from('<html>'))).status).toBe(415);
    expect((await add(Buffer.alloc(0))).status).toBe(400);
    const heavy = Buffer.concat([vineyard, Buffer.alloc(5_000_001)]);
    expect(
      await add(heavy).then(
        ({ status }) => status,
        () => 413,
      ),
    ).toBe(413);
  });

  it('may be larger than other requests are', async () => {
    const padded = Buffer.concat([vineyard, Buffer.alloc(3_000_000)]);
    expect((await add(padded)).status).toBe(201);
  });

  it('is not there for another company, at our door or at theirs', async () => {
    const { id } = await added('?alt=segreto');
    for (const company of [cellar, rival]) {
      for (const init of [
        {},
        { method: 'PATCH', body: '{"alt":"x"}', headers: { 'content-type': 'application/json' } },
      ]) {
        expect((await rival.as(`${uploads(company)}/${id}`, init)).status).toBe(404);
      }
    }
  });

  it('is not taken from somebody who is not signed in', async () => {
    const nobody = await fetch(new URL(uploads(cellar), test.url), {
      method: 'POST',
      body: new Uint8Array(vineyard),
    });
    expect(nobody.status).toBe(401);
  });
});

describe('a screenshot in a note', () => {
  const note = (image: string) => ({
    form: 'post',
    who: { name: 'Una storia su Instagram' },
    text: '',
    image,
  });

  it('is shown in what was heard with its description, and stays', async () => {
    const { id } = await added('?alt=La%20vetrina%20con%20le%20bottiglie');
    const home = `/api/workspaces/${cellar.workspaceId}`;
    const { mentionId } = await cellar.json<{ mentionId: string }>('POST', `${home}/by-hand`, note(id));
    const mention = await cellar.json<{ media: unknown[] }>('GET', `${home}/mentions/${mentionId}`);
    expect(mention.media).toEqual([
      expect.objectContaining({
        kind: 'image',
        url: `upload:${id}`,
        alt: 'La vetrina con le bottiglie',
        mimeType: 'image/jpeg',
      }),
    ]);
    await sweep(inDays(400));
    expect((await cellar.as(`${uploads(cellar)}/${id}`)).status).toBe(200);
  });

  it('must be one of this company', async () => {
    const { id } = await added();
    for (const image of [crypto.randomUUID(), id]) {
      const response = await rival.as(`/api/workspaces/${rival.workspaceId}/by-hand`, {
        method: 'POST',
        body: JSON.stringify(note(image)),
        headers: { 'content-type': 'application/json' },
      });
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ code: 'image-missing', errors: [{ path: 'image' }] });
    }
  });
});

describe('a picture that nothing shows', () => {
  it('is forgotten after a week, and not before', async () => {
    const { id } = await added();
    await sweep(inDays(6.9));
    expect((await cellar.as(`${uploads(cellar)}/${id}`)).status).toBe(200);
    await sweep(inDays(7.1));
    expect((await cellar.as(`${uploads(cellar)}/${id}`)).status).toBe(404);
  });

  it('does not pile up: one person has sixty waiting at most', async () => {
    await test.house.platform.database.inWorkspace(cellar.workspaceId, (tx) =>
      tx.execute(sql`
        insert into uploads (workspace_id, id, person_id, mime_type, byte_length, width, height, name, alt, bytes, needed_until)
        select ${cellar.workspaceId}, gen_random_uuid(), ${cellar.personId}, 'image/png', 1, 1, 1, 'a.png', '', '\\x00', now() + interval '1 day'
        from generate_series(1, 60)`),
    );
    const refused = await add(vineyard);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ code: 'too-many-uploads' });
  });
});
