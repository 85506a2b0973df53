import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../../src/platform/clock.ts';

/** What a vendor allows and how it speaks; every refusal below names the sentence that it rests on. */
export type AuthorizationRules = {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
  readonly scopes: readonly string[];
  readonly authorizePath: string;
  readonly tokenPath: string;
  readonly revokePath?: string;
  readonly clientAuthentication: 'basic' | 'post';
  readonly pkce: 'required' | 'optional' | 'refused';
  readonly scopeSeparator?: ' ' | ',';
  readonly accessSeconds: number;
  /** Told as `refresh_token_expires_in` when a number. */
  readonly refreshSeconds?: number;
  /** A refresh token holds once (RFC 9700 4.14.2), and what is used twice ends the whole grant. */
  readonly rotates: boolean;
  /** Given only to a request for permission with these parameters. */
  readonly refreshTokenFor?: Readonly<Record<string, string>>;
  /** Fields left out of the token's answer by this vendor. */
  readonly leavesOut?: readonly string[];
  readonly iss?: string;
};

export type Answer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

export type Asked = {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
};

type Grant = {
  readonly id: number;
  readonly scopes: readonly string[];
  withRefresh: boolean;
  refresh: string;
  ended: boolean;
};
type Code = {
  readonly grant: Grant;
  readonly redirectUri: string;
  readonly challenge: string | null;
  used: boolean;
};
type Issued = { readonly grant: Grant; readonly endsAt: number };

/**
 * A strict authorization server (RFC 6749, 7636, 7009, 9207): it grants at once what a person would be asked for, and refuses whatever the
 * documents refuse. `handle` answers its own paths and is undefined for all others.
 */
export const createAuthorizationServer = (rules: AuthorizationRules, clock: Clock) => {
  const codes = new Map<string, Code>();
  const tokens = new Map<string, Issued>();
  const refreshers = new Map<string, Issued & { used: boolean }>();
  const asked: string[] = [];
  let grants = 0;
  let person: { denies: boolean; unticks: readonly string[] } = { denies: false, unticks: [] };
  let out: Answer | undefined;
  const now = () => clock.now().getTime();
  const fresh = (prefix: string) => `${prefix}-${randomBytes(12).toString('hex')}`;

  const authorize = (url: URL): Answer => {
    const given = Object.fromEntries(url.searchParams);
    // RFC 6749 4.1.2.1: an unknown client or address of return is never redirected to.
    if (given.client_id !== rules.clientId) return { status: 400, body: 'unknown client' };
    if (!rules.redirectUris.includes(given.redirect_uri ?? '')) return { status: 400, body: 'redirect_uri' };
    const back = new URL(given.redirect_uri ?? '');
    const redirect = (parameters: Readonly<Record<string, string>>): Answer => {
      for (const [name, value] of Object.entries(parameters)) back.searchParams.set(name, value);
      if (given.state) back.searchParams.set('state', given.state);
      if (rules.iss) back.searchParams.set('iss', rules.iss);
      return { status: 302, headers: { location: back.href } };
    };
    const wanted = (given.scope ?? '').split(rules.scopeSeparator ?? ' ').filter(Boolean);
    if (given.response_type !== 'code') return redirect({ error: 'unsupported_response_type' });
    // RFC 9700 2.1.1 and 4.7: a request that nothing ties to its answer is refused here.
    if (!given.state) return redirect({ error: 'invalid_request', error_description: 'state is missing' });
    if (wanted.length === 0 || wanted.some((scope) => !rules.scopes.includes(scope))) {
      return redirect({ error: 'invalid_scope' });
    }
    const challenge = given.code_challenge ?? null;
    if (rules.pkce === 'required' && challenge === null) return redirect({ error: 'invalid_request' });
    if (rules.pkce === 'refused' && challenge !== null) return redirect({ error: 'invalid_request' });
    // RFC 7636 4.2: 43 characters of base64url; `plain` is refused (RFC 9700 2.1.1).
    if (challenge !== null && (given.code_challenge_method !== 'S256' || !/^[\w-]{43}$/.test(challenge))) {
      return redirect({ error: 'invalid_request' });
    }
    if (person.denies) return redirect({ error: 'access_denied' });
    grants += 1;
    const withRefresh = Object.entries(rules.refreshTokenFor ?? {}).every(
      ([name, value]) => given[name] === value,
    );
    const scopes = wanted.filter((scope) => !person.unticks.includes(scope));
    const grant: Grant = { id: grants, scopes, withRefresh, refresh: '', ended: false };
    const code = fresh('code');
    codes.set(code, { grant, redirectUri: given.redirect_uri ?? '', challenge, used: false });
    return redirect({ code });
  };

  const authenticated = ({ headers }: Asked, form: URLSearchParams): boolean => {
    const { authorization } = headers;
    const inBody = form.has('client_secret');
    // RFC 6749 2.3: never more than one way at once.
    if (rules.clientAuthentication === 'basic') {
      const expected = Buffer.from(
        `${encodeURIComponent(rules.clientId)}:${encodeURIComponent(rules.clientSecret)}`,
      ).toString('base64');
      return !inBody && authorization === `Basic ${expected}`;
    }
    return (
      authorization === undefined &&
      form.get('client_id') === rules.clientId &&
      form.get('client_secret') === rules.clientSecret
    );
  };

  const issue = (grant: Grant): Answer => {
    const accessToken = fresh('access');
    tokens.set(accessToken, { grant, endsAt: now() + rules.accessSeconds * 1_000 });
    const isNew = grant.withRefresh && (rules.rotates || grant.refresh === '');
    if (isNew) {
      grant.refresh = fresh('refresh');
      const seconds = rules.refreshSeconds ?? Number.POSITIVE_INFINITY;
      refreshers.set(grant.refresh, { grant, endsAt: now() + seconds * 1_000, used: false });
    }
    const body: Record<string, unknown> = {
      access_token: accessToken,
      token_type: 'Bearer',
      expires_in: rules.accessSeconds,
      scope: grant.scopes.join(rules.scopeSeparator ?? ' '),
      ...(isNew ? { refresh_token: grant.refresh } : {}),
      ...(isNew && rules.refreshSeconds !== undefined
        ? { refresh_token_expires_in: rules.refreshSeconds }
        : {}),
    };
    for (const name of rules.leavesOut ?? []) delete body[name];
    return json(200, body);
  };

  const exchangeCode = (form: URLSearchParams): Answer => {
    const code = codes.get(form.get('code') ?? '');
    if (!code) return refuse('invalid_grant');
    // RFC 6749 4.1.2: a code used twice ends what it brought.
    if (code.used) {
      code.grant.ended = true;
      return refuse('invalid_grant');
    }
    code.used = true;
    if (form.get('redirect_uri') !== code.redirectUri) return refuse('invalid_grant');
    const verifier = form.get('code_verifier');
    if ((code.challenge === null) !== (verifier === null)) return refuse('invalid_grant');
    const digest = createHash('sha256')
      .update(verifier ?? '')
      .digest('base64url');
    if (code.challenge !== null && digest !== code.challenge) return refuse('invalid_grant');
    return issue(code.grant);
  };

  const refresh = (form: URLSearchParams): Answer => {
    const known = refreshers.get(form.get('refresh_token') ?? '');
    if (!known || known.grant.ended || known.endsAt <= now()) return refuse('invalid_grant');
    if (rules.rotates && known.used) {
      known.grant.ended = true;
      return refuse('invalid_grant');
    }
    known.used = true;
    return issue(known.grant);
  };

  const token = (request: Asked): Answer => {
    if (out) return out;
    if (request.method !== 'POST') return { status: 405 };
    const type = request.headers['content-type'] ?? '';
    if (!type.startsWith('application/x-www-form-urlencoded')) return refuse('invalid_request');
    const form = new URLSearchParams(request.body);
    asked.push(form.get('grant_type') ?? '');
    // RFC 6749 3.2: parameters must not come twice.
    if (new Set(form.keys()).size !== [...form.keys()].length) return refuse('invalid_request');
    if (!authenticated(request, form)) return json(401, { error: 'invalid_client' });
    if (form.get('grant_type') === 'authorization_code') return exchangeCode(form);
    if (form.get('grant_type') === 'refresh_token') return refresh(form);
    return refuse('unsupported_grant_type');
  };

  const revoke = (request: Asked): Answer => {
    const given = new URLSearchParams(request.body).get('token') ?? '';
    const known = refreshers.get(given) ?? tokens.get(given);
    if (known) known.grant.ended = true;
    return json(200, {});
  };

  return {
    handle: (request: Asked): Answer | undefined => {
      if (request.url.pathname === rules.authorizePath) return authorize(request.url);
      if (request.url.pathname === rules.tokenPath) return token(request);
      if (rules.revokePath && request.url.pathname === rules.revokePath) return revoke(request);
      return undefined;
    },
    /** How the vendor's API judges an `Authorization` header. */
    judge: (authorization: string | undefined, scope?: string): 'good' | 'refused' | 'no-scope' => {
      const known = tokens.get(/^Bearer (\S+)$/.exec(authorization ?? '')?.[1] ?? '');
      if (!known || known.grant.ended || known.endsAt <= now()) return 'refused';
      return scope === undefined || known.grant.scopes.includes(scope) ? 'good' : 'no-scope';
    },
    /** What the person does at the page of permission from here on. */
    setPerson: (change: Partial<typeof person>): void => {
      person = { ...person, ...change };
    },
    /** The person withdraws every permission, at the vendor. */
    withdrawAll: (): void => {
      for (const { grant } of [...tokens.values(), ...refreshers.values()]) grant.ended = true;
    },
    /** The token endpoint answers this, until undefined. */
    answerTokensWith: (answer: Answer | undefined): void => {
      out = answer;
    },
    endAccessTokens: (): void => tokens.clear(),
    isGranted: (): boolean => [...refreshers.values(), ...tokens.values()].some(({ grant }) => !grant.ended),
    /** The grants asked of the token endpoint, in order. */
    asked,
  };
};
export type AuthorizationServer = ReturnType<typeof createAuthorizationServer>;

export const json = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

const refuse = (error: string): Answer => json(400, { error, error_description: `refused: ${error}` });
