import { timingSafeEqual } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import { createRoute, z } from '@hono/zod-openapi';
import { sql } from 'drizzle-orm';
import type { Context } from 'hono';
import type { Platform } from '../platform.ts';
import { notFound, problemResponse } from './problem.ts';
import { createRouter } from './router.ts';

const HealthSchema = z.object({
  status: z.enum(['ok', 'degraded']),
  database: z.boolean(),
  version: z.string(),
});

/** Whether we live (`/health`, for supervisors) and how we do (`/metrics`, for Prometheus: with the token, or from this very machine). */
export const installationRoutes = (platform: Platform, version: string) => {
  const router = createRouter();
  const withHealth = router.openapi(
    createRoute({
      method: 'get',
      path: '/health',
      tags: ['installation'],
      summary: 'Whether the server and its database answer',
      responses: {
        200: { description: 'All is well', content: { 'application/json': { schema: HealthSchema } } },
        503: {
          description: 'The database does not answer',
          content: { 'application/json': { schema: HealthSchema } },
        },
      },
    }),
    async (context) => {
      const database = await databaseAnswers(platform);
      return context.json(
        { status: database ? ('ok' as const) : ('degraded' as const), database, version },
        database ? 200 : 503,
      );
    },
  );
  router.get('/metrics', async (context) => {
    if (!mayReadMetrics(context, platform.config)) return problemResponse(context, notFound);
    const { contentType, body } = await platform.metrics.render();
    return context.body(body, 200, { 'content-type': contentType });
  });
  return withHealth;
};

const databaseAnswers = (platform: Platform): Promise<boolean> =>
  Promise.race([
    platform.database.installation.execute(sql`select 1`).then(() => true),
    new Promise<false>((resolve) => setTimeout(() => resolve(false), 2_000).unref()),
  ]).catch(() => false);

const mayReadMetrics = (context: Context, config: Platform['config']): boolean => {
  if (config.metricsToken)
    return sameText(context.req.header('authorization') ?? '', `Bearer ${config.metricsToken}`);
  if (config.trustProxy || context.req.header('x-forwarded-for') || context.req.header('forwarded'))
    return false;
  const address = getConnInfo(context).remote.address ?? '';
  return ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(address);
};

const sameText = (given: string, expected: string): boolean => {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
};
