import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sealSecrets } from '../../src/channels/actions/secrets.ts';
import { insertConnection } from '../../src/channels/index.ts';
import { connections } from '../../src/channels/store/connections.table.ts';
import { correspondentsOf } from '../../src/conversation/actions/open-correspondent.ts';
import { serveHttp } from '../../src/platform/fetch/loopback.fixture.ts';
import { newId } from '../../src/platform/ids.ts';
import { expectOk } from '../../src/platform/result.ts';
import { type Company, createHouse, createWorkspace, type House } from './conversation-kit.ts';

let house: House;
let company: Company;
let instance: Awaited<ReturnType<typeof serveHttp>>;

beforeAll(async () => {
  house = await createHouse();
  company = await createWorkspace(house);
  // An instance that has taken our permission away.
  instance = await serveHttp((_request, response) => {
    response.writeHead(401, { 'content-type': 'application/json' });
    response.end('{"error":"The access token was revoked"}');
  });
});
afterAll(async () => {
  await instance?.close();
  await house?.close();
});

const connect = async (state: 'active' | 'paused') => {
  const { workspaceId } = company;
  const id = newId();
  const whose = { workspaceId, connectionId: id };
  const limits = {
    text: { max: 500, unit: 'grapheme' },
    media: { max: 4, maxBytes: 1_000_000, mimeTypes: [], altRequired: false, altMax: 1500 },
    visibilities: ['public'],
    contentWarning: true,
    subject: false,
  };
  await house.platform.database.inWorkspace(workspaceId, (tx) =>
    insertConnection(tx, {
      ...{ workspaceId, id, channel: 'fediverse', name: 'Istanza', state },
      settings: { instance: instance.origin, publicSearch: true },
      secrets: sealSecrets(house.platform.sealer, whose, { accessToken: 'revoked' }),
      limits: { limits, at: house.clock.now().toISOString() },
    }),
  );
  return id;
};
const rowOf = async (id: string) =>
  (
    await house.platform.database.inWorkspace(company.workspaceId, (tx) =>
      tx.select().from(connections).where(eq(connections.id, id)),
    )
  )[0];
const open = (id: string, purpose?: 'answer' | 'look') =>
  correspondentsOf(house.platform)(company.workspaceId, id, purpose);

it('a paused channel does not answer, in words that say how it could, and still tells what has left', async () => {
  const id = await connect('paused');
  expect(await open(id)).toEqual({
    ok: false,
    error: {
      kind: 'paused',
      reason: {
        it: 'Questo canale è in pausa: riattivalo per rispondere.',
        en: 'This channel is paused: resume it to answer.',
      },
    },
  });
  expect(await open(id, 'look')).toMatchObject({ ok: true });
});

it('a sending that is refused because we are no longer recognised says so on the connection', async () => {
  const id = await connect('active');
  const correspondent = expectOk(await open(id));
  const draft = { text: 'Grazie', media: [], options: {}, signedBy: { name: 'Carla' } };
  const receipt = await correspondent.send(expectOk(correspondent.compose(draft)), newId());
  expect(receipt).toMatchObject({ problem: { kind: 'unauthorised' } });
  expect(await rowOf(id)).toMatchObject({
    state: 'needs-attention',
    problem: { kind: 'unauthorised' },
    lastCheckedAt: house.clock.now(),
  });
});
