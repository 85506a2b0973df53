import { createRoute, z } from '@hono/zod-openapi';
import { type Authentication, type PeopleEnv, signedIn } from '../../people/index.ts';
import { problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import { channels } from '../registry.ts';
import { ChannelSchema, presentChannel } from '../views.ts';
import { answer } from './schemas.ts';

/** What can be joined up at all, for anybody signed in. */
export const channelRoutes = (authentication: Authentication) =>
  createRouter<PeopleEnv>().openapi(
    createRoute({
      method: 'get',
      path: '/api/channels',
      tags: ['channels'],
      summary: 'The channels there are: their forms, abilities and terms, and how well each is proven',
      middleware: [signedIn(authentication)] as const,
      responses: {
        ...problemResponses,
        200: answer('The channels', z.object({ channels: z.array(ChannelSchema) })),
      },
    }),
    (context) => context.json({ channels: channels.map((channel) => presentChannel(channel.manifest)) }, 200),
  );
