import { createRoute, z } from '@hono/zod-openapi';
import { isTimeZone, may, type PeopleEnv } from '../../people/index.ts';
import { notAllowed, problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { explainChange, readReputation } from '../actions/timeline.ts';
import { MentionViewSchema } from '../model/mention-view.ts';
import { answer, typed, WorkspaceParams } from './schemas.ts';

const TIMELINE = '/api/workspaces/{workspaceId}/timeline';
const tags = ['listening'];
const DAY_MS = 86_400_000;
const LONGEST_DAYS = 366 * 5;
/** Spans that one answer holds at most. */
const MOST_SPANS = 800;
const DAYS_OF = { day: 1, week: 7, month: 28 } as const;
const MOST_WATCHES = 20;

const TimeQuery = z.object({
  since: z.iso.datetime({ offset: true }).optional().openapi({ description: 'Ninety days ago unless told' }),
  until: z.iso.datetime({ offset: true }).optional().openapi({ description: 'Now unless told' }),
  by: z.enum(['day', 'week', 'month']).default('week'),
  zone: typed(60)
    .refine(isTimeZone, 'no time zone')
    .default('Europe/Rome')
    .openapi({ description: 'Where days begin at midnight: an IANA time zone' }),
  channel: typed(60).optional(),
  watches: z
    .string()
    .max(1_000)
    .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(,[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})*$/)
    .refine((list) => list.split(',').length <= MOST_WATCHES, 'too many')
    .optional()
    .openapi({ description: 'Ids of watches, with commas between: how often each was met' }),
});

const PolaritiesSchema = z.object({ pos: z.int(), neg: z.int(), neu: z.int(), mixed: z.int() });
const TimelineSchema = z
  .object({
    stepsToJudge: z.number(),
    spans: z.array(
      z.object({
        from: z.iso.date().openapi({ description: 'Its first day' }),
        volume: z.int(),
        polarity: PolaritiesSchema.openapi({ description: 'Of those that were read' }),
        unusual: z
          .object({ expected: z.number(), z: z.number() })
          .nullable()
          .openapi({ description: 'Three standard deviations or more from the spans before' }),
        watches: z.record(z.string(), z.int()),
      }),
    ),
    channels: z.array(z.object({ channel: z.string(), volume: z.int(), polarity: PolaritiesSchema })),
    aspects: z.array(z.object({ aspect: z.string(), volume: z.int(), polarity: PolaritiesSchema })),
  })
  .openapi('Timeline');
const ChangeSchema = z
  .object({
    texts: z.int(),
    textsBefore: z.int(),
    words: z.array(
      z.object({ word: z.string(), now: z.int(), before: z.int(), z: z.number() }).openapi('GrownWord'),
    ),
    mentions: z.array(MentionViewSchema),
  })
  .openapi('ReputationChange');

const tooLong = {
  status: 422,
  code: 'time-too-long',
  title: {
    it: 'È un tempo troppo lungo, o finisce prima di cominciare: scegline uno più breve, o passi più lunghi.',
    en: 'This time is too long, or ends before it begins: choose a shorter one, or longer steps.',
  },
  errors: [{ path: 'since', message: 'a time of five years or less, and of 800 steps or less' }],
} as const;

type Asked = z.infer<typeof TimeQuery>;

/** What was said over time, and what explains a change. */
export const timelineRoutes = (platform: Platform) => {
  /** Undefined when there is no such time, or it is too long. */
  const timeOf = ({ since, until, by, zone, channel }: Asked) => {
    const end = until ? new Date(until) : platform.clock.now();
    const begin = since ? new Date(since) : new Date(end.getTime() - 90 * DAY_MS);
    const days = (end.getTime() - begin.getTime()) / DAY_MS;
    const isRight = days > 0 && days <= LONGEST_DAYS && days / DAYS_OF[by] <= MOST_SPANS;
    return isRight ? { since: begin, until: end, by, zone, channel } : undefined;
  };
  return createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: TIMELINE,
        tags,
        summary: 'How much was said of us, and how, over time',
        request: { params: WorkspaceParams, query: TimeQuery },
        responses: { ...problemResponses, 200: answer('Span by span', TimelineSchema) },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'mentions.read')) return problemResponse(context, notAllowed);
        const query = context.req.valid('query');
        const time = timeOf(query);
        if (!time) return problemResponse(context, tooLong);
        const watches = query.watches?.split(',') ?? [];
        const found = await readReputation(platform, actor.workspaceId, time, watches);
        return context.json(found as z.infer<typeof TimelineSchema>, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${TIMELINE}/change`,
        tags,
        summary: 'Which words grew in a time, and the mentions that tell of it',
        request: { params: WorkspaceParams, query: TimeQuery.omit({ watches: true }) },
        responses: { ...problemResponses, 200: answer('The change', ChangeSchema) },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'mentions.read')) return problemResponse(context, notAllowed);
        const time = timeOf(context.req.valid('query'));
        if (!time) return problemResponse(context, tooLong);
        const change = await explainChange(platform, actor.workspaceId, time);
        return context.json(change as z.infer<typeof ChangeSchema>, 200);
      },
    );
};
