import { createRoute, z } from '@hono/zod-openapi';
import { clientAddress } from '../../platform/http/client-address.ts';
import { notFound, type Problem, problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { fileRequest, type Notice, readNotice } from '../actions/notice.ts';
import { answer, body, typed } from './schemas.ts';

const NOTICE = '/api/notices/{slug}';
const tags = ['privacy'];
const SlugParams = z.object({ slug: typed(200).pipe(z.string().min(1)) });

const tooMany: Problem = {
  status: 429,
  code: 'too-many-requests',
  title: {
    it: 'Sono arrivate troppe richieste da qui: riprova tra un’ora.',
    en: 'Too many requests have come from here: try again in an hour.',
  },
};

const Said = z.object({ it: z.string(), en: z.string() });
const NoticeSchema = z
  .object({
    company: z.string(),
    contact: z.string(),
    channels: z.array(z.object({ name: Said, maxHours: z.int().nullable(), profiles: z.boolean() })),
    reasons: z.array(z.object({ why: z.string(), balancing: z.string(), at: z.string() })),
    rawDays: z.int(),
    overheardMonths: z.int().nullable(),
    addressedMonths: z.int().nullable(),
  })
  .openapi('Notice');

const NewRequestSchema = z
  .object({
    kind: z.enum(['object', 'erase', 'access']),
    accounts: typed(2_000)
      .pipe(z.string().trim().min(1))
      .openapi({ description: 'Addresses and handles by which one is known, one a line' }),
    contact: typed(300).pipe(z.string().trim().min(3)),
    message: typed(5_000).default(''),
    language: z.enum(['it', 'en']).default('it'),
  })
  .openapi('NewPrivacyRequest');

/** What everybody may read without signing in, and the way to ask something of the company. */
export const noticeRoutes = (platform: Platform) =>
  createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: NOTICE,
        tags,
        summary: 'What a company collects, from where, why, and how long (GDPR art. 14): public',
        request: { params: SlugParams },
        responses: { ...problemResponses, 200: answer('The notice', NoticeSchema) },
      }),
      async (context) => {
        const notice = await readNotice(platform, context.req.valid('param').slug);
        return notice
          ? context.json(notice as z.infer<typeof NoticeSchema> & Notice, 200)
          : problemResponse(context, notFound);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${NOTICE}/requests`,
        tags,
        summary: 'Ask a company to leave one out, to erase, or to tell what it has: public, few an hour',
        request: { params: SlugParams, body: body(NewRequestSchema) },
        responses: {
          ...problemResponses,
          201: answer('It is filed: this number stands for it', z.object({ id: z.uuid() })),
        },
      }),
      async (context) => {
        const { slug } = context.req.valid('param');
        const address = clientAddress(context, platform.config);
        const filed = await fileRequest(platform, slug, context.req.valid('json'), address);
        if (filed.ok) return context.json(filed.value, 201);
        return problemResponse(context, filed.error.kind === 'too-many' ? tooMany : notFound);
      },
    );
