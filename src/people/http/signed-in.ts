import type { MiddlewareHandler } from 'hono';
import { notSignedIn, problemResponse } from '../../platform/http/problem.ts';
import type { Authentication } from '../authentication.ts';
import { problems } from '../problems.ts';
import type { PeopleEnv } from './people-env.ts';
import { bearerOf } from './read-key.ts';
import { readSession } from './read-session.ts';

/** Lets signed-in people pass and sets `person` and `sessionId`; 401 for everybody else. */
export const signedIn =
  (authentication: Authentication): MiddlewareHandler<PeopleEnv> =>
  async (context, next) => {
    if (bearerOf(context)?.startsWith('pp_')) return problemResponse(context, problems['not-for-keys']);
    const session = await readSession(context, authentication);
    if (!session) return problemResponse(context, notSignedIn);
    context.set('person', session.person);
    context.set('sessionId', session.sessionId);
    return next();
  };
