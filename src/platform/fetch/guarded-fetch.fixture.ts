import type http from 'node:http';
import { afterEach } from 'vitest';
import { createGuardedFetch, type GuardedFetch, type GuardedFetchSettings } from './guarded-fetch.ts';
import { type Loopback, serveHttp, serveRaw } from './loopback.fixture.ts';

/** Fetches and servers of one test file, closed after each test. */
const open: GuardedFetch[] = [];
const servers: Loopback[] = [];
export const guarded = (settings: Partial<GuardedFetchSettings> = {}): GuardedFetch => {
  const made = createGuardedFetch({ allowPrivateAddresses: [], userAgent: 'Passaparola/test', ...settings });
  open.push(made);
  return made;
};
export const reaching = (settings: Partial<GuardedFetchSettings> = {}) =>
  guarded({ allowPrivateAddresses: ['127.0.0.1'], ...settings });
export const http1 = async (handler: http.RequestListener, host?: string) => {
  const server = await serveHttp(handler, host);
  servers.push(server);
  return server;
};
export const raw = async (...[answer]: Parameters<typeof serveRaw>) => {
  const server = await serveRaw(answer);
  servers.push(server);
  return server;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((made) => made.close()));
  await Promise.all(servers.splice(0).map((server) => server.close()));
});
