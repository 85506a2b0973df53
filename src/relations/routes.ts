import type { ThreadsOf } from '../listening/index.ts';
import type { PeopleEnv } from '../people/index.ts';
import { createRouter } from '../platform/http/router.ts';
import type { Platform } from '../platform/platform.ts';

/** Lent by the rooms beside: where mentions stand. */
export type RelationsOptions = { readonly threadsOf?: ThreadsOf };

/** Everything of this room that is reached by HTTP; `memberOnly` stands before it and sets the actor. */
export const relationsRoutes = (_platform: Platform, _options: RelationsOptions = {}) =>
  createRouter<PeopleEnv>();
