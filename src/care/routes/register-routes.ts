import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { notFound, ProblemSchema, problemResponse } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { SignedDaySchema } from '../model/chain.ts';
import { createShelf, type Leaf } from '../register/shelf.ts';

const SlugParams = z.object({ slug: z.string().max(120) });
const notThere = {
  description: 'No public register',
  content: { 'application/problem+json': { schema: ProblemSchema } },
};

const PublicFiguresSchema = z
  .object({
    v: z.literal(1),
    register: z.string(),
    company: z.string(),
    updatedAt: z.iso.datetime(),
    figures: z.looseObject({
      complaints: z.number().int(),
      answered: z.number().int(),
      solved: z.number().int(),
    }),
  })
  .openapi('PublicRegister');

/**
 * What anyone may read of a company, without signing in: ahead of every guard, since it asks nobody who they are and sets no cookie. It
 * brings its own headers.
 */
export const registerRoutes = (platform: Platform) => {
  const shelf = createShelf(platform);
  const give = async (context: Context, slug: string, path: string) => {
    const leaf = await shelf.read(slug, path);
    if (leaf) return respond(context, leaf);
    for (const [name, value] of common) context.header(name, value);
    return problemResponse(context, notFound);
  };
  const router = createRouter();
  const routes = router
    .openapi(
      createRoute({
        method: 'get',
        path: '/registro/{slug}/dati.json',
        tags: ['register'],
        summary: 'The public register of complaints, as data',
        request: { params: SlugParams },
        responses: {
          404: notThere,
          200: {
            description: 'The register',
            content: { 'application/json': { schema: PublicFiguresSchema } },
          },
        },
      }),
      async (context) => (await give(context, context.req.valid('param').slug, 'it/dati.json')) as never,
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/registro/{slug}/catena.json',
        tags: ['register'],
        summary: 'Every signed day of the register: what verify-register reads',
        request: { params: SlugParams },
        responses: {
          404: notThere,
          200: {
            description: 'The chain',
            content: { 'application/json': { schema: z.object({ days: z.array(SignedDaySchema) }) } },
          },
        },
      }),
      async (context) => (await give(context, context.req.valid('param').slug, 'it/catena.json')) as never,
    );
  for (const [root, language] of [
    ['registro', 'it'],
    ['register', 'en'],
  ] as const) {
    router.get(`/${root}/:slug`, (context) => give(context, context.req.param('slug'), `${language}/`));
    router.get(`/${root}/:slug/:leaf`, (context) =>
      give(context, context.req.param('slug'), `${language}/${context.req.param('leaf')}`),
    );
  }
  return routes;
};

const common = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-resource-policy', 'cross-origin'],
  ['access-control-allow-origin', '*'],
  ['cache-control', 'public, max-age=60, stale-while-revalidate=600'],
] as const;

const respond = (context: Context, leaf: Leaf): Response => {
  const accepted = context.req.header('accept-encoding') ?? '';
  const headers = new Headers({
    ...Object.fromEntries(common),
    'content-type': leaf.type,
    'content-security-policy': leaf.policy,
    etag: leaf.etag,
    vary: 'accept-encoding',
  });
  if (context.req.header('if-none-match') === leaf.etag) return new Response(null, { status: 304, headers });
  if (/\bbr\b/.test(accepted)) {
    headers.set('content-encoding', 'br');
    return new Response(leaf.brotli, { headers });
  }
  if (/\bgzip\b/.test(accepted)) {
    headers.set('content-encoding', 'gzip');
    return new Response(leaf.gzip, { headers });
  }
  return new Response(leaf.plain, { headers });
};
