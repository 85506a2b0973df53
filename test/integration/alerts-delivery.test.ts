import { createDecipheriv, createECDH, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pushNotice } from '../../src/alerts/actions/send-notice.ts';
import { askDigests, deliver } from '../../src/alerts/index.ts';
import { serverKeysFrom } from '../../src/alerts/model/web-push.ts';
import { startTestHouse, type TestHouse } from '../harness/test-house.ts';
import { openAlerts } from './alerts-kit.ts';

type Received = { path: string; headers: http.IncomingHttpHeaders; body: Buffer };

/** Whoever is told: it keeps what comes, and answers as it is told to. */
const openListener = async () => {
  const received: Received[] = [];
  let status = 204;
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const answer = (next: number) => {
    status = next;
  };
  return { url, received, answer, close: () => new Promise((done) => server.close(done)) };
};

let test: TestHouse;
let listener: Awaited<ReturnType<typeof openListener>>;
beforeAll(async () => {
  test = await startTestHouse();
  listener = await openListener();
});
afterAll(async () => {
  await test.stop();
  await listener.close();
});

const isSigned = (secret: string, { headers, body }: Received): boolean => {
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  return headers['webhook-signature'] === `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
};

describe('telling', () => {
  it('reaches a program signed, once a story, without anybody’s words; and again after it failed, under the same id', async () => {
    const company = await openAlerts(test, 'Cantina Programma');
    const { id, secret } = await company.post<{ id: string; secret: string }>('alert-webhooks', {
      name: 'Magazzino',
      url: `${listener.url}/avvisi`,
    });
    await company.patch(`alert-rules/${await company.rule('phrase')}`, { state: 'on' });
    listener.answer(503);
    const saidAt = () => new Date(Date.now() + 500).toISOString();
    await company.hear({ nativeId: 'w1', who: 'anna', text: 'Dolcetto segretissimo', saidAt: saidAt() });
    await company.hear({ nativeId: 'w2', who: 'luca', text: 'Dolcetto anche qui', saidAt: saidAt() });
    const mine = () => listener.received.filter(({ path }) => path === '/avvisi');
    await expect.poll(() => mine().length, { timeout: 20_000 }).toBe(1);
    const [kept] = await company.rows<{ id: string }>(sql`select id from alert_deliveries
      where workspace_id = ${company.workspaceId} and way = 'webhook'`);
    await expect
      .poll(
        async () =>
          (
            await company.rows<{ attempts: number }>(sql`select attempts from alert_deliveries
        where workspace_id = ${company.workspaceId} and id = ${kept?.id}`)
          )[0]?.attempts,
        { timeout: 20_000 },
      )
      .toBe(1);
    listener.answer(204);
    await deliver(test.house.platform, company.workspaceId, kept?.id ?? '');
    await deliver(test.house.platform, company.workspaceId, kept?.id ?? '');
    expect(mine()).toHaveLength(2);
    const [first, second] = mine();
    expect(first && isSigned(secret, first)).toBe(true);
    expect(second && isSigned(secret, second)).toBe(true);
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    const told = JSON.parse(String(second?.body));
    expect(told).toMatchObject({
      type: 'alert.opened',
      data: { kind: 'phrase', watch: { name: 'Dolcetto' } },
    });
    expect(String(second?.body)).not.toContain('segretissimo');
    const { webhooks } = await company.get<{ webhooks: { lastProblem: string | null }[] }>('alert-webhooks');
    expect(webhooks[0]?.lastProblem).toBeNull();
    const trial = await company.post<{ arrived: number }>(`alert-webhooks/${id}/trial`);
    expect(trial.arrived).toBe(1);
  });

  it('reaches a browser encrypted, so that it alone can read it', async () => {
    const { platform } = test.house;
    const theirs = createECDH('prime256v1');
    theirs.generateKeys();
    const auth = randomBytes(16);
    const { publicKey } = serverKeysFrom(platform.sealer.deriveKey('alerts:web-push'));
    const device = {
      endpoint: `${listener.url}/push`,
      p256dh: theirs.getPublicKey('base64url'),
      auth: auth.toString('base64url'),
      serverKey: publicKey,
    };
    listener.answer(201);
    const notice = {
      title: 'Si parla molto di «Dolcetto»',
      text: 'Di solito da 0 a 2; oggi 31.',
      link: '/x',
    };
    expect(await pushNotice(platform, device, notice)).toEqual({ kind: 'sent' });
    const sent = listener.received.find(({ path }) => path === '/push');
    expect(sent?.headers).toMatchObject({ 'content-encoding': 'aes128gcm', urgency: 'high' });
    expect(sent?.headers.authorization).toMatch(/^vapid t=[^.]+\.[^.]+\.[^,]+, k=/);
    const body = sent?.body ?? Buffer.alloc(0);
    expect(body.toString()).not.toContain('Dolcetto');
    const derive = (secret: Buffer, salt: Buffer, info: Buffer, length: number) =>
      Buffer.from(hkdfSync('sha256', secret, salt, info, length));
    const [salt, ours, sealed] = [body.subarray(0, 16), body.subarray(21, 86), body.subarray(86)];
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), theirs.getPublicKey(), ours]);
    const shared = derive(theirs.computeSecret(ours), auth, info, 32);
    const opener = createDecipheriv(
      'aes-128-gcm',
      derive(shared, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16),
      derive(shared, salt, Buffer.from('Content-Encoding: nonce\0'), 12),
    ).setAuthTag(sealed.subarray(-16));
    const plain = Buffer.concat([opener.update(sealed.subarray(0, -16)), opener.final()]).toString();
    expect(JSON.parse(plain.slice(0, plain.lastIndexOf('\u0002')))).toEqual(notice);
    listener.answer(410);
    expect((await pushNotice(platform, device, notice)).kind).toBe('gone');
    expect((await pushNotice(platform, { ...device, serverKey: 'other' }, notice)).kind).toBe('gone');
  });

  it('waits for quiet hours to be over, and keeps each person’s choice to that person', async () => {
    const company = await openAlerts(test, 'Cantina Quiete');
    const minute = new Date().getUTCHours() * 60 + new Date().getUTCMinutes();
    await company.rows(sql`update users set time_zone = 'UTC' where id = ${company.company.personId}`);
    const preferences = {
      mail: 'now',
      telegram: 'never',
      push: 'never',
      quietFrom: (minute + 1_430) % 1_440,
      quietUntil: (minute + 60) % 1_440,
      digestHour: 8,
    };
    await company.company.json('PUT', `${company.home}/alert-preferences`, preferences);
    const mine = await company.get<{ preferences: typeof preferences }>('alert-preferences');
    expect(mine.preferences).toEqual(preferences);
    await company.patch(`alert-rules/${await company.rule('phrase')}`, { state: 'on' });
    await company.hear({
      nativeId: 'q1',
      who: 'anna',
      text: 'Dolcetto',
      saidAt: new Date(Date.now() + 500).toISOString(),
    });
    const [delivery] = await company.rows<{ wait: number; state: string }>(sql`
      select extract(epoch from due_at - now())::int / 60 as wait, state from alert_deliveries
      where workspace_id = ${company.workspaceId} and way = 'mail'`);
    expect(delivery?.state).toBe('waiting');
    expect(delivery?.wait).toBeGreaterThan(50);
    expect(delivery?.wait).toBeLessThanOrEqual(60);
  });

  it('asks for a digest once a day', async () => {
    const company = await openAlerts(test, 'Cantina Riepilogo');
    await company.company.json('PUT', `${company.home}/alert-preferences`, {
      mail: 'digest',
      telegram: 'never',
      push: 'never',
      quietFrom: null,
      quietUntil: null,
      digestHour: 0,
    });
    const asked = async () =>
      (
        await company.rows<{ day: number | null }>(sql`select digest_day as day from alert_preferences
          where workspace_id = ${company.workspaceId}`)
      )[0]?.day;
    expect(await asked()).toBeNull();
    await askDigests(test.house.platform, company.workspaceId);
    const day = await asked();
    expect(day).toBeGreaterThan(20_260_000);
    await askDigests(test.house.platform, company.workspaceId);
    expect(await asked()).toBe(day);
  });
});
