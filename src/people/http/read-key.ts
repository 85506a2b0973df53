import type { Context } from 'hono';
import { type Problem, problemResponse } from '../../platform/http/problem.ts';
import { type Allowance, createRateLimit, rateLimitHeaders } from '../../platform/http/rate-limit.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Member } from '../model/actor.ts';
import { isApiKey } from '../model/api-key.ts';
import { hashSecret } from '../model/hash-secret.ts';
import type { Person } from '../model/person.ts';
import { permissionsOfScopes, type Scope } from '../model/scopes.ts';
import { problems } from '../problems.ts';
import { type ApiKeyRow, findUsableKey, noteKeyUse } from '../store/api-keys.ts';

/** Whoever comes with a key, and what it is. */
export type KeyHolder = {
  readonly key: ApiKeyRow;
  readonly scopes: readonly Scope[];
  readonly person: Person;
  readonly actor: Member;
};

/** The bearer token of a request (RFC 6750 2.1); undefined when it has none. The scheme is read in any case. */
export const bearerOf = (context: Context): string | undefined =>
  /^bearer +(\S+) *$/i.exec(context.req.header('authorization') ?? '')?.[1];

/**
 * Reads the key of a request: who it acts for, or the problem to answer with (401 for what is no good, 429 for what comes too often).
 * How many requests are left is said on the answer either way.
 */
export const createKeyReader = (platform: Pick<Platform, 'database' | 'clock'>) => {
  const take = createRateLimit(platform.clock);
  return async (
    context: Context,
  ): Promise<
    { readonly ok: true; readonly holder: KeyHolder } | { readonly ok: false; readonly response: Response }
  > => {
    const now = platform.clock.now();
    const secret = bearerOf(context);
    const found =
      secret && isApiKey(secret)
        ? await platform.database.asInstallation((tx) => findUsableKey(tx, hashSecret(secret), now))
        : null;
    if (!found) return { ok: false, response: refuse(context, problems['bad-key']) };
    const { key, person, roles } = found;
    const allowance = take(key.id, key.perMinute);
    tell(context, allowance);
    if (!allowance.isAllowed)
      return { ok: false, response: problemResponse(context, problems['too-many-requests']) };
    if (now.getTime() - (key.lastUsedAt?.getTime() ?? 0) > 60_000)
      await platform.database.inWorkspace(key.workspaceId, (tx) =>
        noteKeyUse(tx, key.workspaceId, key.id, now),
      );
    const scopes = key.scopes as readonly Scope[];
    return {
      ok: true,
      holder: {
        key,
        scopes,
        person,
        actor: {
          kind: 'member',
          workspaceId: key.workspaceId,
          personId: person.id,
          name: person.name,
          roles,
          key: { id: key.id, name: key.name, permissions: permissionsOfScopes(scopes) },
        },
      },
    };
  };
};

export type KeyReader = ReturnType<typeof createKeyReader>;

const tell = (context: Context, allowance: Allowance): void => {
  for (const [name, value] of Object.entries(rateLimitHeaders(allowance))) context.header(name, value);
};

const refuse = (context: Context, problem: Problem): Response => {
  context.header('www-authenticate', 'Bearer error="invalid_token"');
  return problemResponse(context, problem);
};
