import type { Context } from 'hono';
import { notFound, problemResponse } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { readPublicStatus } from '../actions/read-public-status.ts';
import { statusPage, statusStyleHash } from '../model/status-page.ts';

const KEPT_MS = 10_000;
const MOST = 1_000;

/**
 * What anyone may read while a crisis lasts and the company has chosen to say so: ahead of every guard, without a cookie. A page is drawn at
 * most once in ten seconds, however many ask.
 */
export const statusRoutes = (platform: Platform) => {
  const kept = new Map<string, { readonly until: number; readonly page: Promise<string | undefined> }>();
  const read = (slug: string, language: 'it' | 'en'): Promise<string | undefined> => {
    const key = `${language} ${slug}`;
    const now = platform.clock.now().getTime();
    const known = kept.get(key);
    if (known && known.until > now) return known.page;
    if (kept.size >= MOST) kept.clear();
    const page = readPublicStatus(platform, slug).then((status) => status && statusPage(status, language));
    page.catch(() => kept.delete(key));
    kept.set(key, { until: now + KEPT_MS, page });
    return page;
  };
  const give = (language: 'it' | 'en') => async (context: Context) => {
    const page = await read((context.req.param('slug') ?? '').slice(0, 120), language);
    const headers = {
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'public, max-age=10',
    };
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
    if (!page) return problemResponse(context, notFound);
    context.header(
      'content-security-policy',
      `default-src 'none'; style-src '${statusStyleHash}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
    );
    return context.html(page);
  };
  const router = createRouter();
  router.get('/stato/:slug', give('it'));
  router.get('/status/:slug', give('en'));
  return router;
};
