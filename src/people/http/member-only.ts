import type { MiddlewareHandler } from 'hono';
import { validate } from 'uuid';
import { notFound, notSignedIn, problemResponse } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Authentication } from '../authentication.ts';
import { findRoles } from '../store/memberships.ts';
import type { PeopleEnv } from './people-env.ts';
import { readSession } from './read-session.ts';

/**
 * Lets members of `:workspaceId` pass and sets `actor`, `person` and `sessionId`. Not signed in: 401. A workspace that
 * is unknown, malformed or somebody else's: 404, always the same, so that nothing can be learnt about it.
 */
export const memberOnly =
  (platform: Pick<Platform, 'database'>, authentication: Authentication): MiddlewareHandler<PeopleEnv> =>
  async (context, next) => {
    const session = await readSession(context, authentication);
    if (!session) return problemResponse(context, notSignedIn);
    const { person, sessionId } = session;
    const workspaceId = context.req.param('workspaceId') ?? '';
    if (!validate(workspaceId)) return problemResponse(context, notFound);
    const roles = await platform.database.inWorkspace(workspaceId, (tx) =>
      findRoles(tx, workspaceId, person.id),
    );
    if (!roles) return problemResponse(context, notFound);
    context.set('person', person);
    context.set('sessionId', sessionId);
    context.set('actor', { kind: 'member', workspaceId, personId: person.id, name: person.name, roles });
    return next();
  };
