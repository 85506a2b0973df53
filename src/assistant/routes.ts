import type { PeopleEnv } from '../people/index.ts';
import { createRouter } from '../platform/http/router.ts';
import type { Assistant } from './actions/assistant.ts';
import type { ThreadTurns } from './actions/suggest-draft.ts';
import { draftRoutes } from './routes/draft-routes.ts';
import { settingsRoutes } from './routes/settings-routes.ts';

/** Everything of this room that is reached by HTTP; `memberOnly` stands before it and sets the actor. */
export const assistantRoutes = (assistant: Assistant, { turnsOf }: { readonly turnsOf: ThreadTurns }) =>
  createRouter<PeopleEnv>().route('/', settingsRoutes(assistant)).route('/', draftRoutes(assistant, turnsOf));
