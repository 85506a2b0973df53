import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { readExamples } from '../actions/read-examples.ts';
import { readFigures } from '../actions/read-figures.ts';
import { problems } from '../problems.ts';
import { answer, WorkspaceParams } from './schemas.ts';

const DAY_MS = 86_400_000;

const ShareSchema = z.object({
  count: z.number().int(),
  of: z.number().int(),
  share: z.number().nullable(),
  low: z.number(),
  high: z.number(),
});
const TimesSchema = z.object({
  count: z.number().int(),
  median: z.number().nullable(),
  p90: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
const GroupSchema = z.object({
  key: z.string(),
  complaints: z.number().int(),
  ofAll: ShareSchema,
  answered: ShareSchema,
  answerTimes: TimesSchema,
  solved: ShareSchema,
  solveTimes: TimesSchema,
});

const CareFiguresSchema = z
  .object({
    heard: z.number().int(),
    whole: z.object({
      complaints: z.number().int(),
      undone: z.number().int(),
      open: z.number().int(),
      unfounded: z.number().int(),
      rate: ShareSchema,
      answered: ShareSchema,
      answerTimes: TimesSchema,
      solved: ShareSchema,
      solveTimes: TimesSchema,
      atFirstContact: ShareSchema,
      confirmed: ShareSchema,
      reopened: ShareSchema,
      praised: ShareSchema,
      costCents: z.number().int(),
    }),
    months: z.array(
      z.object({
        month: z.string(),
        complaints: z.number().int(),
        answered: z.number().int(),
        solved: z.number().int(),
      }),
    ),
    causes: z.array(GroupSchema.extend({ name: z.string().nullable() })),
    products: z.array(GroupSchema),
    channels: z.array(GroupSchema),
  })
  .openapi('CareFigures');

/** What the cases come to. */
export const figureRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/workspaces/{workspaceId}/care/figures',
        tags: ['care'],
        summary:
          'Figures of complaints with their 95 % intervals (Wilson for shares, order statistics for medians)',
        request: {
          params: WorkspaceParams,
          query: z.object({ days: z.coerce.number().int().min(7).max(1_096).default(365) }),
        },
        responses: { ...problemResponses, 200: answer('The figures', CareFiguresSchema) },
      }),
      async (context) => {
        const now = platform.clock.now();
        const from = new Date(now.getTime() - context.req.valid('query').days * DAY_MS);
        const figures = await readFigures(platform, context.var.actor, { from, to: now });
        if (!figures.ok) return problemResponse(context, problems[figures.error.kind]);
        const { months, causes, products, channels, ...rest } = figures.value;
        const groups = {
          months: [...months],
          causes: [...causes],
          products: [...products],
          channels: [...channels],
        };
        return context.json({ ...rest, ...groups }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/workspaces/{workspaceId}/care/examples',
        tags: ['care'],
        summary: 'First answers of ours in cases that ended well',
        request: { params: WorkspaceParams },
        responses: {
          ...problemResponses,
          200: answer(
            'The answers',
            z.object({ examples: z.array(z.object({ mentionId: z.uuid(), body: z.string() })) }),
          ),
        },
      }),
      async (context) => {
        const found = await readExamples(platform, context.var.actor);
        return found.ok
          ? context.json({ examples: [...found.value] }, 200)
          : problemResponse(context, problems[found.error.kind]);
      },
    );
