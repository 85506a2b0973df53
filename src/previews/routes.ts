import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../people/index.ts';
import {
  notAllowed,
  notFound,
  type Problem,
  problemResponse,
  problemResponses,
} from '../platform/http/problem.ts';
import { createRouter } from '../platform/http/router.ts';
import type { Platform } from '../platform/platform.ts';
import { type ShowFailure, showMedia } from './actions/show-media.ts';

const problems: Readonly<Record<ShowFailure['kind'], Problem>> = {
  'not-allowed': notAllowed,
  'not-found': notFound,
  'not-there': {
    status: 502,
    code: 'not-there',
    title: {
      it: 'Il sito dove sta non la dà, o non è un’immagine o un suono che possiamo mostrare.',
      en: 'The site where it stands does not give it, or it is no picture or sound that we can show.',
    },
  },
};

/** What others sent along, shown from our own address and never from theirs. */
export const previewRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>().openapi(
    createRoute({
      method: 'get',
      path: '/api/workspaces/{workspaceId}/mentions/{mentionId}/media/{place}',
      tags: ['Mentions'],
      summary:
        'A picture, sound or document that came with it, brought by us: its server learns nothing of who looks',
      request: {
        params: z.object({
          workspaceId: z.uuid(),
          mentionId: z.uuid(),
          place: z.coerce
            .number()
            .int()
            .min(0)
            .max(1_000)
            .openapi({ description: 'Among its media, from 0' }),
        }),
      },
      responses: {
        ...problemResponses,
        200: {
          description:
            'Its bytes: pictures made anew from their dots, documents of a channel only to be kept',
          content: {
            'image/*': { schema: z.any() },
            'audio/*': { schema: z.any() },
            'application/octet-stream': { schema: z.any() },
          },
        },
        502: { description: 'Its own server does not give it' },
      },
    }),
    async (context) => {
      const { mentionId, place } = context.req.valid('param');
      const shown = await showMedia(platform, context.var.actor, mentionId, place);
      if (!shown.ok) return problemResponse(context, problems[shown.error.kind]);
      const { bytes, mimeType, saveAs } = shown.value;
      return context.body(new Uint8Array(bytes), 200, {
        'content-type': mimeType,
        'content-disposition':
          saveAs === undefined ? 'inline' : `attachment; filename*=UTF-8''${encodeURIComponent(saveAs)}`,
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'private, max-age=86400',
        'x-content-type-options': 'nosniff',
      });
    },
  );
