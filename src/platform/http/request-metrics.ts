import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Platform } from '../platform.ts';

/** How long requests take, by route (its pattern, never the address itself: ids are private). */
export const requestMetrics =
  (platform: Platform): MiddlewareHandler =>
  async (context, next) => {
    const started = performance.now();
    await next();
    platform.metrics.httpRequestSeconds.observe(
      { method: context.req.method, route: routePath(context, -1), status: String(context.res.status) },
      (performance.now() - started) / 1000,
    );
  };
