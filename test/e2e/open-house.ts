import { createHmac } from 'node:crypto';
import { expect } from 'vitest';
import { startBrowser, type TestBrowser, type Visit, type VisitOptions } from '../harness/browser.ts';
import { startTestHouse, type TestCompany, type TestHouse } from '../harness/test-house.ts';

export type OpenHouse = {
  readonly house: TestHouse;
  readonly browser: TestBrowser;
  /** Somebody who looks at the house; at the end nothing may have complained. */
  look(options?: VisitOptions): Promise<Visit>;
  stop(): Promise<void>;
};

/** The whole product, and a browser to look at it with. */
export const openHouse = async (): Promise<OpenHouse> => {
  const house = await startTestHouse();
  const browser = await startBrowser();
  return {
    house,
    browser,
    look: (options) => browser.visit(house.url, options),
    stop: async () => {
      await browser.close();
      await house.stop();
    },
  };
};

/** Ends a visit: whatever the page complained of on the way fails the test. */
export const leave = async (visit: Visit): Promise<void> => {
  await visit.close();
  expect(visit.problems).toEqual([]);
};

/** A colleague of that company: invited, accepted, signed in. */
export const colleagueOf = async (
  house: TestHouse,
  company: TestCompany,
  name: string,
  roles: readonly string[] = ['coordinator'],
): Promise<{ readonly cookie: string; readonly personId: string }> => {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]/g, '')}@${company.slug}.example`;
  const { link } = await company.json<{ link: string }>(
    'POST',
    `/api/workspaces/${company.workspaceId}/invitations`,
    { email, roles },
  );
  const secret = link.split('/').at(-1);
  const response = await fetch(`${house.url}/api/invitations/${secret}/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: house.url },
    body: JSON.stringify({ name, password: 'vigna collina pioggia', language: 'it' }),
  });
  expect(response.ok).toBe(true);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const { members } = await company.json<{ members: { personId: string; name: string }[] }>(
    'GET',
    `/api/workspaces/${company.workspaceId}/members`,
  );
  return { cookie, personId: members.find((member) => member.name === name)?.personId ?? '' };
};

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The six figures that a phone would show (RFC 6238: HMAC-SHA-1, steps of 30 s) for a key as people type it (RFC 4648, base 32). */
export const codeFor = (key: string, now = Date.now()): string => {
  const bits = [...key.toUpperCase().replaceAll(/[^A-Z2-7]/g, '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
};
