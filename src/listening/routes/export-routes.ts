import { createRoute, z } from '@hono/zod-openapi';
import { stream } from 'hono/streaming';
import { may, type PeopleEnv } from '../../people/index.ts';
import { notAllowed, problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { exportHeard } from '../actions/export-heard.ts';
import { exportFormats } from '../model/export/formats.ts';
import { SearchAskedSchema } from '../model/search/search-asked.ts';
import { WorkspaceParams } from './schemas.ts';

/** What was heard, as a file. */
export const exportRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>().openapi(
    createRoute({
      method: 'get',
      path: '/api/workspaces/{workspaceId}/mentions-export',
      tags: ['listening'],
      summary: 'What was heard, as a file: JSON lines, CSV, or a page that opens without a network',
      request: {
        params: WorkspaceParams,
        query: SearchAskedSchema.omit({ sort: true }).extend({
          format: z.enum(['jsonl', 'csv', 'html']).default('jsonl'),
          words: z.enum(['it', 'en']).default('it').openapi({ description: 'The language of the page' }),
        }),
      },
      responses: {
        ...problemResponses,
        200: {
          description: 'The file, the latest first; what its channel’s terms keep here is left out',
          content: {
            'application/x-ndjson': { schema: z.string() },
            'text/csv': { schema: z.string() },
            'text/html': { schema: z.string() },
          },
        },
      },
    }),
    (context) => {
      const { actor } = context.var;
      if (!may(actor, 'mentions.export')) return problemResponse(context, notAllowed);
      const { format, words, ...asked } = context.req.valid('query');
      const { type, extension } = exportFormats[format];
      context.header('content-type', type);
      context.header('content-disposition', `attachment; filename="passaparola-memoria.${extension}"`);
      context.header('cache-control', 'no-store');
      return stream(context, async (out) => {
        for await (const piece of exportHeard(platform, actor, asked, { format, language: words })) {
          if (out.aborted) return;
          await out.write(piece);
        }
      }) as never;
    },
  );
