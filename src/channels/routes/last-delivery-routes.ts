import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { notAllowed, notFound, problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { readLastDelivery, tryMapping } from '../actions/last-delivery.ts';
import { mappable } from '../told/mapping.ts';
import { answer, body, ConnectionParams } from './schemas.ts';

const tags = ['channels'];
const path = '/api/workspaces/{workspaceId}/connections/{id}/last-delivery';

/** Letters of a delivery that are shown. */
const LONGEST = 200_000;

const LastDeliverySchema = z
  .object({
    delivery: z
      .object({
        receivedAt: z.iso.datetime(),
        /** As it came; null when it is no text or too long to be shown. */
        text: z.string().nullable(),
      })
      .nullable(),
  })
  .openapi('LastDelivery');

const line = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((text) => !text.includes('\0') && text.isWellFormed(), 'not text');

const TrySchema = z.object({
  list: line(300).default(''),
  mapping: line(20_000).default(''),
  source: line(100).default(''),
  zone: line(60).default('Europe/Rome'),
});

const PlacesSchema = z.partialRecord(z.enum(mappable), z.string());

const ItemSchema = z.object({
  form: z.string(),
  author: z.string().nullable(),
  title: z.string().nullable(),
  text: z.string(),
  saidAt: z.string().nullable(),
  url: z.string().nullable(),
  rating: z.object({ value: z.number(), best: z.number() }).nullable(),
  language: z.string().nullable(),
  addressed: z.boolean(),
  ours: z.boolean(),
});

const TriedSchema = z
  .object({
    tried: z
      .object({
        count: z.number().int(),
        list: z.enum(['ok', 'nothing', 'not-a-list']),
        places: PlacesSchema,
        form: z.string(),
        isGuessed: z.boolean(),
        things: z.array(
          z.object({
            item: ItemSchema.nullable(),
            trouble: z.string().nullable(),
            fields: z.partialRecord(z.enum(mappable), z.object({ pointer: z.string(), value: z.string() })),
          }),
        ),
      })
      .nullable(),
  })
  .openapi('TriedMapping');

/** What was brought last to a connection's door, and what another mapping would make of it. */
export const lastDeliveryRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        ...{ method: 'get', path, tags, summary: 'What was brought last, as it came: kept for a day' },
        request: { params: ConnectionParams },
        responses: { ...problemResponses, 200: answer('The delivery, or none', LastDeliverySchema) },
      }),
      async (context) => {
        const last = await readLastDelivery(platform, context.var.actor, context.req.valid('param').id);
        if (!last.ok)
          return problemResponse(context, last.error.kind === 'not-allowed' ? notAllowed : notFound);
        const delivery = last.value && {
          receivedAt: last.value.receivedAt.toISOString(),
          text: textOf(last.value.body),
        };
        return context.json({ delivery }, 200);
      },
    )
    .openapi(
      createRoute({
        ...{
          method: 'post',
          path: `${path}/try`,
          tags,
          summary: 'What a mapping would make of it: changes nothing',
        },
        request: { params: ConnectionParams, body: body(TrySchema) },
        responses: { ...problemResponses, 200: answer('What would come of it', TriedSchema) },
      }),
      async (context) => {
        const { id } = context.req.valid('param');
        const tried = await tryMapping(platform, context.var.actor, id, context.req.valid('json'));
        if (!tried.ok)
          return problemResponse(context, tried.error.kind === 'not-allowed' ? notAllowed : notFound);
        return context.json({ tried: tried.value && present(tried.value) }, 200);
      },
    );

const textOf = (bytes: Uint8Array): string | null => {
  if (bytes.length > LONGEST) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

type Tried = Exclude<Extract<Awaited<ReturnType<typeof tryMapping>>, { ok: true }>['value'], null>;

const present = ({ count, list, mapping, isGuessed, things }: Tried) => ({
  ...{ count, list, isGuessed, form: mapping.form, places: { ...mapping.places } },
  things: things.map(({ item, trouble, fields }) => ({
    ...{ trouble, fields: { ...fields } },
    item: item && {
      ...{ form: item.form, text: item.text, addressed: item.addressed, ours: item.ours },
      author: item.author.name ?? null,
      title: item.title ?? null,
      saidAt: item.saidAt ?? null,
      url: item.url ?? null,
      rating: item.rating ?? null,
      language: item.language ?? null,
    },
  })),
});
