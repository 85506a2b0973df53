import type { Clock } from '../clock.ts';

/** How it stands after a request: `resetS` seconds until the window begins anew. */
export type Allowance = {
  readonly isAllowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  readonly resetS: number;
};

export const WINDOW_S = 60;
/** Windows that have ended are swept away when so many names are known. */
const MANY = 5_000;

/** Counts requests by name in windows of a minute, in this process. */
export const createRateLimit = (clock: Clock): ((name: string, limit: number) => Allowance) => {
  const windows = new Map<string, { readonly endsAt: number; count: number }>();
  return (name, limit) => {
    const now = clock.now().getTime();
    if (windows.size >= MANY) for (const [old, { endsAt }] of windows) if (endsAt <= now) windows.delete(old);
    const known = windows.get(name);
    const current = known && known.endsAt > now ? known : { endsAt: now + WINDOW_S * 1000, count: 0 };
    if (current !== known) windows.set(name, current);
    current.count += 1;
    return {
      isAllowed: current.count <= limit,
      limit,
      remaining: Math.max(0, limit - current.count),
      resetS: Math.max(1, Math.ceil((current.endsAt - now) / 1000)),
    };
  };
};

/** As draft-ietf-httpapi-ratelimit-headers-10 writes them, and Retry-After (RFC 9110 10.2.3) for who came too often. */
export const rateLimitHeaders = (allowance: Allowance): Readonly<Record<string, string>> => ({
  'ratelimit-policy': `"minute";q=${allowance.limit};w=${WINDOW_S}`,
  ratelimit: `"minute";r=${allowance.remaining};t=${allowance.resetS}`,
  ...(allowance.isAllowed ? {} : { 'retry-after': String(allowance.resetS) }),
});
