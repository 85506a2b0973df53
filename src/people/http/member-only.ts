import type { Context, MiddlewareHandler } from 'hono';
import { validate } from 'uuid';
import { readingAs } from '../../platform/db/reader.ts';
import { notFound, notSignedIn, type Problem, problemResponse } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Authentication } from '../authentication.ts';
import type { Scope } from '../model/scopes.ts';
import { problems } from '../problems.ts';
import { findRoles } from '../store/memberships.ts';
import type { PeopleEnv } from './people-env.ts';
import { bearerOf, type KeyReader } from './read-key.ts';
import { readSession } from './read-session.ts';

export type KeyGuard = {
  readonly readKey: KeyReader;
  /** The scope that a request needs; null for what keys never do. */
  scopeOf(method: string, path: string): Scope | null;
};

/**
 * Lets members of `:workspaceId` pass and sets `actor`, `person` and `sessionId`. Not signed in: 401. A workspace that
 * is unknown, malformed or somebody else's: 404, always the same, so that nothing can be learnt about it.
 * With a bearer key, where keys are let in, it is the key that counts, whatever cookies come along: not of this workspace 404, without the scope 403.
 */
export const memberOnly =
  (
    platform: Pick<Platform, 'database'>,
    authentication: Authentication,
    keys?: KeyGuard,
  ): MiddlewareHandler<PeopleEnv> =>
  async (context, next) => {
    if (keys && bearerOf(context) !== undefined)
      return (await refuseKey(context, keys)) ?? readingAs(context.var.actor.personId, next);
    const session = await readSession(context, authentication);
    if (!session) return problemResponse(context, notSignedIn);
    const { person, sessionId } = session;
    const workspaceId = context.req.param('workspaceId') ?? '';
    if (!validate(workspaceId)) return problemResponse(context, notFound);
    const roles = await findRoles(platform.database.installation, workspaceId, person.id);
    if (!roles) return problemResponse(context, notFound);
    context.set('person', person);
    context.set('sessionId', sessionId);
    context.set('actor', { kind: 'member', workspaceId, personId: person.id, name: person.name, roles });
    return readingAs(person.id, next);
  };

/** Undefined when the key opens this address. */
const refuseKey = async (
  context: Context<PeopleEnv>,
  { readKey, scopeOf }: KeyGuard,
): Promise<Response | undefined> => {
  const read = await readKey(context);
  if (!read.ok) return read.response;
  const { key, scopes, person, actor } = read.holder;
  if (context.req.param('workspaceId') !== key.workspaceId) return problemResponse(context, notFound);
  const scope = scopeOf(context.req.method, context.req.path);
  if (!scope) return problemResponse(context, problems['not-for-keys']);
  if (!scopes.includes(scope)) return problemResponse(context, missing(scope));
  context.set('person', person);
  context.set('sessionId', key.id);
  context.set('actor', actor);
  return undefined;
};

const missing = (scope: Scope): Problem => ({
  ...problems['scope-missing'],
  detail: { it: `Le manca «${scope}».`, en: `It lacks “${scope}”.` },
});
