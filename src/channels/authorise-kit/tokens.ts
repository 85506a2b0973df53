import { z } from 'zod';

const Token = z.string().min(1);
const Instant = z.iso.datetime();

/**
 * What a channel keeps of a grant, flat among its secrets, so that `keepSecrets` merges it: a vendor that gives no new refresh
 * token leaves the old one where it is. Instants are by our clock, counted from before the question.
 */
export const OAuthTokensSchema = z.object({
  accessToken: Token,
  /** Absent: it does not end by itself. */
  accessExpiresAt: Instant.optional(),
  /** From when on it is worth renewing. */
  renewAfter: Instant.optional(),
  refreshToken: Token.optional(),
  refreshExpiresAt: Instant.optional(),
  /** As the vendor said it; absent when it said nothing (then what was asked for was granted, RFC 6749 5.1). */
  grantedScope: z.string().optional(),
});
export type OAuthTokens = z.infer<typeof OAuthTokensSchema>;

/** As an answer of a token endpoint says it (RFC 6749 5.1), in our own names. */
export type TokenAnswer = {
  readonly access_token: string;
  readonly expires_in?: number | undefined;
  readonly refresh_token?: string | undefined;
  /** Of LinkedIn and others: seconds. */
  readonly refresh_token_expires_in?: unknown;
  readonly scope?: string | undefined;
};

/** How long tokens live where the vendor does not say. */
export type TokenLifetimes = {
  /** Milliseconds that an access token holds where the vendor does not say (`expires_in` absent). Absent: it does not end by itself. */
  readonly lifetimeMs?: number;
  /** The same of a refresh token, where the vendor documents an end without telling it in the answer. */
  readonly refreshLifetimeMs?: number;
  /** How long before its end an access token is renewed; five minutes (or a quarter of its life) unless said otherwise. */
  readonly renewBeforeMs?: number;
};

const RENEW_BEFORE_MS = 5 * 60_000;

/** PURE. `asked` is when the question went out: what is counted from then ends rather early than late. */
export const tokensOf = (answer: TokenAnswer, vendor: TokenLifetimes, asked: Date): OAuthTokens => {
  const lifetime = answer.expires_in === undefined ? vendor.lifetimeMs : answer.expires_in * 1_000;
  const before = Math.min(vendor.renewBeforeMs ?? RENEW_BEFORE_MS, (lifetime ?? 0) / 4);
  const refreshLifetime = secondsOf(answer.refresh_token_expires_in) ?? vendor.refreshLifetimeMs;
  return {
    accessToken: answer.access_token,
    accessExpiresAt: after(asked, lifetime),
    renewAfter: after(asked, lifetime === undefined ? undefined : lifetime - before),
    ...(answer.refresh_token
      ? { refreshToken: answer.refresh_token, refreshExpiresAt: after(asked, refreshLifetime) }
      : {}),
    ...(answer.scope === undefined ? {} : { grantedScope: answer.scope }),
  };
};

/** Undefined overwrites what was kept of an earlier token: the new one does not end. */
const after = (from: Date, milliseconds: number | undefined): string | undefined =>
  milliseconds === undefined
    ? undefined
    : new Date(from.getTime() + Math.min(milliseconds, LONGEST_MS)).toISOString();

/** A hundred years: nobody's clock goes further, and dates have an end. */
const LONGEST_MS = 100 * 365 * 86_400_000;

const secondsOf = (value: unknown): number | undefined => {
  const seconds = typeof value === 'string' ? Number.parseFloat(value) : value;
  return typeof seconds === 'number' && Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : undefined;
};

export const isWorthRenewing = ({ renewAfter }: OAuthTokens, now: Date): boolean =>
  renewAfter !== undefined && now.getTime() >= Date.parse(renewAfter);

export const hasEnded = ({ accessExpiresAt }: OAuthTokens, now: Date): boolean =>
  accessExpiresAt !== undefined && now.getTime() >= Date.parse(accessExpiresAt);

/**
 * Until when the grant holds without a person (`Health.expiresAt`): the end of what renews, else of the token itself; undefined when it
 * has none. The core checks a connection whose end is near, which renews what can be renewed, and warns people of what is left.
 */
export const grantEndsAt = (tokens: OAuthTokens): Date | undefined => {
  const end = tokens.refreshToken === undefined ? tokens.accessExpiresAt : tokens.refreshExpiresAt;
  return end === undefined ? undefined : new Date(end);
};

/** Scopes that were asked for and are not granted: people may untick some. Empty when the vendor does not say. */
export const missingScopes = (tokens: OAuthTokens, wanted: readonly string[]): readonly string[] => {
  if (tokens.grantedScope === undefined) return [];
  const granted = new Set(tokens.grantedScope.split(/[\s,]+/));
  return wanted.filter((scope) => !granted.has(scope));
};
