import type { PeopleEnv } from '../people/index.ts';
import { createRouter } from '../platform/http/router.ts';
import type { Platform } from '../platform/platform.ts';
import { deskOf, type RoomOptions } from './desk.ts';
import { approvalRoutes } from './routes/approval-routes.ts';
import { arrangingRoutes } from './routes/arranging-routes.ts';
import { bulkRoutes } from './routes/bulk-routes.ts';
import { deadlineRoutes } from './routes/deadline-routes.ts';
import { deskRoutes } from './routes/desk-routes.ts';
import { findingRoutes } from './routes/finding-routes.ts';
import { presenceRoutes } from './routes/presence-routes.ts';
import { replyRoutes } from './routes/reply-routes.ts';
import { snippetRoutes } from './routes/snippet-routes.ts';
import { threadRoutes } from './routes/thread-routes.ts';
import { writingRoutes } from './routes/writing-routes.ts';

/** Everything of this room that is reached by HTTP; `memberOnly` stands before it and sets the actor. */
export const conversationRoutes = (platform: Platform, options: RoomOptions = {}) => {
  const desk = deskOf(platform, options);
  return createRouter<PeopleEnv>()
    .route('/', threadRoutes(desk))
    .route('/', writingRoutes(desk))
    .route('/', deskRoutes(desk))
    .route('/', arrangingRoutes(desk))
    .route('/', findingRoutes(desk))
    .route('/', deadlineRoutes(desk))
    .route('/', bulkRoutes(desk))
    .route('/', snippetRoutes(desk))
    .route('/', presenceRoutes(desk))
    .route('/', approvalRoutes(desk))
    .route('/', replyRoutes(desk));
};
