import type { Clock } from '../../../../src/platform/clock.ts';
import type { Answer, Asked } from '../authorization-server.ts';
import { type AuthorizationRules, createAuthorizationServer, json } from '../authorization-server.ts';

/**
 * Google's sign-in as https://developers.google.com/identity/protocols/oauth2/web-server has it: a refresh token only with
 * `access_type=offline` and a fresh consent, access tokens of an hour, refresh tokens that are not rotated, `iss` in the return (RFC 9207).
 */
export const createGoogleAccount = (
  clock: Clock,
  change: Pick<AuthorizationRules, 'redirectUris' | 'scopes'> & Partial<AuthorizationRules>,
) =>
  createAuthorizationServer(
    {
      clientId: '123456-prova.apps.googleusercontent.com',
      clientSecret: 'GOCSPX-prova',
      authorizePath: '/o/oauth2/v2/auth',
      tokenPath: '/token',
      revokePath: '/revoke',
      clientAuthentication: 'post',
      pkce: 'optional',
      accessSeconds: 3_599,
      rotates: false,
      refreshTokenFor: { access_type: 'offline', prompt: 'consent' },
      ...change,
    },
    clock,
  );

/** https://developers.google.com/youtube/v3/docs/errors: code, message, and the list with domain and reason. */
export const googleError = (status: number, reason: string, message = `refused: ${reason}`): Answer =>
  json(status, { error: { code: status, message, errors: [{ message, domain: 'youtube.api', reason }] } });

/** https://cloud.google.com/apis/design/errors: the newer shape of the other APIs. */
export const cloudError = (code: number, status: string, reason?: string): Answer =>
  json(code, {
    error: {
      code,
      message: `refused: ${status}`,
      status,
      ...(reason ? { details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason }] } : {}),
    },
  });

export const bodyOf = ({ body, headers }: Asked): unknown => {
  if (!(headers['content-type'] ?? '').startsWith('application/json')) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};
