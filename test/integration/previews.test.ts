import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectOk } from '../../src/platform/result.ts';
import { showMedia } from '../../src/previews/actions/show-media.ts';
import { type Company, createHouse, createWorkspace, type House, say } from './conversation-kit.ts';

let house: House;
let company: Company;
let other: http.Server;
let origin: string;
let mentionId: string;

beforeAll(async () => {
  house = await createHouse();
  company = await createWorkspace(house);
  const picture = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#7a1f3d' } })
    .withExif({ IFD0: { Copyright: 'segreto' } })
    .jpeg()
    .toBuffer();
  const pages: Readonly<Record<string, readonly [type: string, body: string | Buffer]>> = {
    '/picture': ['text/html', Buffer.concat([picture, Buffer.from('<script>alert(1)</script>')])],
    '/page': ['image/png', '<html><script>alert(1)</script></html>'],
    '/sound': ['audio/x-m4a', 'suono'],
    '/no-sound': ['text/html', '<script>'],
  };
  other = http.createServer((request, response) => {
    const [type, body] = pages[request.url ?? ''] ?? [];
    response.writeHead(type ? 200 : 404, { 'content-type': type ?? 'text/plain' }).end(body ?? '');
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  [mentionId = ''] = await say(house, company, { nativeId: 'a' });
  const media = [
    { kind: 'image', url: `${origin}/picture` },
    { kind: 'image', url: `${origin}/page` },
    { kind: 'audio', url: `${origin}/sound` },
    { kind: 'audio', url: `${origin}/no-sound` },
    { kind: 'file', url: `${origin}/picture` },
    { kind: 'image', url: `${origin}/gone` },
    { kind: 'image', url: 'file:///etc/passwd' },
  ];
  await house.platform.database.inWorkspace(company.workspaceId, (tx) =>
    tx.execute(sql`update mentions set media = ${JSON.stringify(media)}::jsonb where id = ${mentionId}`),
  );
});
afterAll(async () => {
  other.close();
  await house.close();
});

const show = (place: number, who = company.coordinator) => showMedia(house.platform, who, mentionId, place);

it('a picture of another site is shown as it was made anew: nothing hidden in it comes along', async () => {
  const { mimeType, bytes } = expectOk(await show(0));
  expect(mimeType).toBe('image/jpeg');
  const { exif, width } = await sharp(bytes).metadata();
  expect([exif, width]).toEqual([undefined, 30]);
  expect(Buffer.from(bytes).includes('script')).toBe(false);
});

it('what is no picture or sound is not shown, whatever it is called', async () => {
  expect(expectOk(await show(2)).mimeType).toBe('audio/mp4');
  for (const place of [1, 3, 5]) expect(await show(place)).toMatchObject({ error: { kind: 'not-there' } });
  for (const place of [4, 6, 7]) expect(await show(place)).toMatchObject({ error: { kind: 'not-found' } });
});

it('nobody of another company sees it', async () => {
  const stranger = await createWorkspace(house);
  expect(await show(0, stranger.coordinator)).toMatchObject({ error: { kind: 'not-found' } });
});
