import fs from 'node:fs';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signDay } from '../../src/care/index.ts';
import { startTestHouse, type TestHouse } from '../harness/test-house.ts';
import { type Care, complaint, openCare } from './care-kit.ts';
import { folderFor, passaparola } from './cli-kit.ts';
import { daysAgo } from './relations-kit.ts';

let test: TestHouse;
let care: Care;
let slug: string;
/** What belongs to people, and must not be in anything public. */
const secrets = [
  'Anna',
  'anna.example',
  'Persona anna',
  'ORD-4471',
  '+39 333 1234567',
  'deluso',
  'Pacco arrivato rotto',
];

beforeAll(async () => {
  test = await startTestHouse();
  care = await openCare(test, 'Cantina del Registro');
  slug = care.company.slug;
  for (let at = 0; at < 7; at += 1) {
    const text = `${complaint} Sono deluso, chiamatemi al +39 333 1234567 per l’ordine ORD-4471.`;
    await care.hear({ nativeId: `c${at}`, who: `anna${at}`, text, saidAt: daysAgo(20 - at) });
  }
  const { cases } = await care.cases();
  for (const { id } of cases.slice(0, 5)) {
    await care.step(id, { step: 'link', product: 'Rosso', batch: 'L7', orderReference: 'ORD-4471' });
    await care.step(id, { step: 'answer', isPublic: false });
    await care.step(id, { step: 'resolve', text: 'Anna ha avuto il rimborso' });
  }
  await care.patch('care/settings', { isPublic: true, italian: 'Rispondiamo a tutti, con nome e cognome.' });
});
afterAll(() => test.stop());

const get = (where: string, init: RequestInit = {}) => fetch(new URL(where, test.url), init);
/** What the shelf draws behind is there a moment later. */
const until = async (where: string, done: (text: string, status: number) => boolean): Promise<string> => {
  for (;;) {
    const response = await get(where);
    const text = await response.text();
    if (done(text, response.status)) return text;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const everything = () => [
  `/registro/${slug}`,
  `/register/${slug}`,
  `/registro/${slug}/dati.json`,
  `/registro/${slug}/catena.json`,
  `/registro/${slug}/feed.xml`,
  `/register/${slug}/feed.xml`,
  `/registro/${slug}/bollino.svg`,
  `/register/${slug}/badge.svg`,
  `/registro/${slug}/riquadro`,
  `/register/${slug}/widget`,
];

describe('the public register', () => {
  it('is read by anyone, in both languages, light, without a cookie or a script', async () => {
    for (const [where, words] of [
      [`/registro/${slug}`, 'abbiamo ricevuto 7 reclami'],
      [`/register/${slug}`, 'we have received 7 complaints'],
    ] as const) {
      const response = await get(where);
      const page = await response.text();
      expect(response.status).toBe(200);
      expect(page).toContain(words);
      expect(Buffer.byteLength(page)).toBeLessThan(15_000);
      expect(response.headers.get('set-cookie')).toBeNull();
      expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
      expect(page.replace('<script type="application/ld+json">', '')).not.toMatch(
        /<script|onload|http-equiv/i,
      );
    }
  });

  it('says nothing of anybody, whatever way it is read', async () => {
    for (const where of everything()) {
      const response = await get(where);
      expect([where, response.status]).toEqual([where, 200]);
      const text = await response.text();
      expect(secrets.filter((secret) => text.toLowerCase().includes(secret.toLowerCase()))).toEqual([]);
      expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/);
    }
  });

  it('may be framed by others only as the widget, and its badge may be shown anywhere', async () => {
    const frames = async (where: string) =>
      (await get(where)).headers.get('content-security-policy')?.match(/frame-ancestors [^;]+/)?.[0];
    expect(await frames(`/registro/${slug}`)).toBe("frame-ancestors 'none'");
    expect(await frames(`/registro/${slug}/riquadro`)).toBe('frame-ancestors *');
    const badge = await get(`/registro/${slug}/bollino.svg`);
    expect(badge.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(await badge.text()).toContain('5 reclami su 7 con risposta');
  });

  it('is not sent again to whoever has it, and is not there for other names', async () => {
    const etag = (await get(`/registro/${slug}`)).headers.get('etag') ?? '';
    expect((await get(`/registro/${slug}`, { headers: { 'if-none-match': etag } })).status).toBe(304);
    for (const where of ['/registro/nessuno', `/registro/${slug}/altro`, '/registro/%00'])
      expect((await get(where)).status).toBe(404);
  });

  it('counts what is undone and tells by which rule; nothing can be taken out otherwise', async () => {
    const { cases } = await care.cases('open');
    await care.step(cases[0]?.id ?? '', { step: 'undo', reason: 'no-complaint' });
    const page = await until(`/registro/${slug}`, (text) => text.includes('6 reclami'));
    expect(page).toContain('non parlavano di noi: 1');
  });

  it('tells a story only without what could tell who it was, and after somebody looked', async () => {
    const [{ id } = { id: '' }] = (await care.cases('ended')).cases;
    const tell = (italian: string) =>
      care.status('PUT', `cases/${id}/story`, { basis: 'nobody-named', italian, english: '' });
    expect((await tell('Scriveteci a anna@posta.example')).status).toBe(422);
    expect((await tell('Persona contenta del rimborso')).status).toBe(422);
    expect((await tell('Ci scrisse che il pacco arrivato rotto e in ritardo di due settimane')).status).toBe(
      422,
    );
    const story = 'Un ordine era arrivato con una bottiglia rotta: l’abbiamo rispedita il giorno dopo.';
    expect((await tell(story)).status).toBe(204);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await (await get(`/registro/${slug}`)).text()).not.toContain('rispedita');
    await care.post(`cases/${id}/story/publish`);
    await until(`/registro/${slug}`, (text) => text.includes('rispedita il giorno dopo'));
    await care.post(`cases/${id}/story/withdraw`, { why: 'consent-withdrawn' });
    const page = await until(`/registro/${slug}`, (text) => !text.includes('rispedita'));
    expect(page).toContain('la persona lo ha chiesto: 1');
  });
});

describe('the signatures of the register', () => {
  const file = path.join(folderFor('witness'), 'testimone.json');
  const verify = () =>
    passaparola(['verify-register', `${test.url}/registro/${slug}`, '--locale', '--testimone', file]);
  /** A night passes. */
  const sleep = async () => {
    await signDay(
      { ...test.house.platform, clock: { now: () => new Date(Date.now() + 86_400_000) } },
      care.workspaceId,
    );
    await until(`/registro/${slug}/catena.json`, (text) => JSON.parse(text).days.length === 2);
  };

  it('are found whole by whoever checks, and signed once a day', { timeout: 60_000 }, async () => {
    await signDay(test.house.platform, care.workspaceId);
    const { code, out } = await verify();
    expect(out).toContain('La catena è intera: 1 giorni firmati');
    expect(code).toBe(0);
    await sleep();
    expect((await verify()).out).toContain('2 giorni firmati');
  });

  it('give away whoever rewrites a day, and whoever makes it all anew', { timeout: 60_000 }, async () => {
    const kept = await care.rows<{ day: string; statement: string }>(
      sql`select day, statement from register_days where workspace_id = ${care.workspaceId} order by day`,
    );
    await care.rows(sql`update register_days set statement = replace(statement, '"complaints":', '"complaints":1')
      where workspace_id = ${care.workspaceId} and day = ${kept[0]?.day}`);
    await care.patch('care/settings', { italian: 'Riscritto' });
    await until(`/registro/${slug}`, (text) => text.includes('Riscritto'));
    const changed = await verify();
    expect(changed.code).toBe(1);
    expect(changed.out).toContain('è stato cambiato dopo la firma');
    await care.rows(sql`delete from register_days where workspace_id = ${care.workspaceId}`);
    await signDay(test.house.platform, care.workspaceId);
    await until(`/registro/${slug}/catena.json`, (text) => JSON.parse(text).days.length === 1);
    const anew = await verify();
    expect(anew.out).toContain('il testimone ricorda un’impronta che non c’è più');
    expect(fs.existsSync(file)).toBe(true);
  });

  it('are with a key that is sealed, and never leaves in an export', async () => {
    const [row] = await care.rows<{ sealed: string }>(
      sql`select sealed_key as sealed from care_settings where workspace_id = ${care.workspaceId}`,
    );
    expect(row?.sealed).toMatch(/^v1\./);
    expect(row?.sealed).not.toContain('PRIVATE');
  });

  it('end with the register: closed, it is gone at once', async () => {
    await care.patch('care/settings', { isPublic: false });
    await until(`/registro/${slug}`, (_text, status) => status === 404);
  });
});
