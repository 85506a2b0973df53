import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { clientAddress } from '../../platform/http/client-address.ts';
import { notFound, problemResponse } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Authentication, CLIENT_ADDRESS_HEADER } from '../authentication.ts';
import { authenticationProblem } from '../authentication-problems.ts';

/** What of the sign-in library is served: all else, sign-up and account changes by the back door included, is not there. */
const served: ReadonlySet<string> = new Set([
  'POST /sign-in/email',
  'POST /sign-out',
  'GET /get-session',
  'GET /list-sessions',
  'POST /revoke-session',
  'POST /revoke-sessions',
  'POST /revoke-other-sessions',
  'POST /change-password',
  'POST /verify-password',
  'POST /request-password-reset',
  'POST /reset-password',
  'POST /two-factor/enable',
  'POST /two-factor/disable',
  'POST /two-factor/get-totp-uri',
  'POST /two-factor/verify-totp',
  'POST /two-factor/verify-backup-code',
  'POST /two-factor/generate-backup-codes',
  'GET /passkey/generate-register-options',
  'POST /passkey/verify-registration',
  'GET /passkey/generate-authenticate-options',
  'POST /passkey/verify-authentication',
  'GET /passkey/list-user-passkeys',
  'POST /passkey/delete-passkey',
  'POST /passkey/update-passkey',
]);

const PREFIX = '/api/auth';
const LARGEST_BODY = 64 * 1024;

/** `/api/auth/*`: the library behind a door that lists what it serves, and its refusals as problems. */
export const authenticationRoutes = (platform: Pick<Platform, 'config'>, authentication: Authentication) => {
  const router = createRouter();
  router.use(`${PREFIX}/*`, bodyLimit({ maxSize: LARGEST_BODY, onError: tooLarge }));
  router.all(`${PREFIX}/*`, async (context) => {
    const { method, path, raw } = context.req;
    if (!served.has(`${method} ${path.slice(PREFIX.length)}`)) return problemResponse(context, notFound);
    const headers = new Headers(raw.headers);
    headers.delete(CLIENT_ADDRESS_HEADER);
    const address = clientAddress(context, platform.config);
    if (address) headers.set(CLIENT_ADDRESS_HEADER, address);
    const body = method === 'POST' ? await context.req.text() : null;
    if (body !== null && !isReadable(body))
      return problemResponse(context, authenticationProblem(400, undefined));
    const response = await authentication.handler(new Request(raw.url, { method, headers, body }));
    return response.status < 400 ? response : asProblem(context, response);
  });
  return router;
};

const tooLarge = (context: Context) => problemResponse(context, authenticationProblem(413, 'TOO_LARGE'));

/** JSON or nothing: forms, which other sites could send, are not read. The database cannot keep U+0000. */
const isReadable = (body: string): boolean => {
  if (body === '') return true;
  if (/\\u0000/i.test(body)) return false;
  try {
    return typeof JSON.parse(body) === 'object';
  } catch {
    return false;
  }
};

const asProblem = async (context: Context, response: Response) => {
  const body: unknown = await response.json().catch(() => null);
  const code = body && typeof body === 'object' && 'code' in body ? String(body.code) : undefined;
  for (const cookie of response.headers.getSetCookie())
    context.header('set-cookie', cookie, { append: true });
  const wait = response.headers.get('x-retry-after');
  if (wait) context.header('retry-after', wait);
  return problemResponse(context, authenticationProblem(response.status, code));
};
