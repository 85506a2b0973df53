import { createRoute, z } from '@hono/zod-openapi';
import { notAllowed, problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { warningOf } from '../../platform/time/expiry-warning.ts';
import { hasEnded, LONGEST_DAYS, makeKey, revokeKey, rotateKey } from '../actions/make-key.ts';
import type { PeopleEnv } from '../http/people-env.ts';
import type { KeyReader } from '../http/read-key.ts';
import { may } from '../model/actor.ts';
import { type Scope, scopeNames, scopesWithin } from '../model/scopes.ts';
import { problems } from '../problems.ts';
import { type ApiKeyRow, selectApiKeys } from '../store/api-keys.ts';
import { answer, body, InstantSchema, line, WorkspaceParams } from './schemas.ts';

const KEYS = '/api/workspaces/{workspaceId}/keys';
const tags = ['keys'];
const ScopeSchema = z.enum(scopeNames as [Scope, ...Scope[]]);
const KeyParams = WorkspaceParams.extend({ keyId: z.uuid() });
const DaysSchema = z.number().int().min(1).max(LONGEST_DAYS);

const KeySchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    shown: z.string(),
    scopes: z.array(ScopeSchema),
    perMinute: z.number().int(),
    personId: z.uuid(),
    personName: z.string().nullable(),
    createdAt: InstantSchema,
    expiresAt: InstantSchema,
    /** Days before its end of which it was last warned. */
    warned: z.number().int().nullable(),
    lastUsedAt: InstantSchema.nullable(),
    previousUntil: InstantSchema.nullable(),
    state: z.enum(['live', 'ended', 'revoked']),
  })
  .openapi('Key');

const MadeSchema = z.object({ key: KeySchema, secret: z.string() }).openapi('MadeKey');

const NewKeySchema = z.object({
  name: line(80),
  scopes: z.array(ScopeSchema).min(1).max(scopeNames.length),
  days: DaysSchema,
  perMinute: z.number().int().min(10).max(6_000).default(600),
});

const RotateSchema = z.object({
  days: DaysSchema,
  overlapHours: z.number().int().min(0).max(168).default(24),
});

/** Keys for programs, made and ended by people. */
export const keyRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: KEYS,
        tags,
        summary: 'Keys for programs: one’s own, or all for a coordinator; and which scopes one may give',
        request: { params: WorkspaceParams },
        responses: {
          ...problemResponses,
          200: answer('The keys', z.object({ keys: z.array(KeySchema), scopes: z.array(ScopeSchema) })),
        },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'keys.make')) return problemResponse(context, notAllowed);
        const whose = may(actor, 'keys.manage') ? undefined : actor.personId;
        const rows = await platform.database.inWorkspace(actor.workspaceId, (tx) =>
          selectApiKeys(tx, actor.workspaceId, whose),
        );
        const now = platform.clock.now();
        const keys = rows.map(({ key, personName }) => present(key, personName, now));
        return context.json({ keys, scopes: [...scopesWithin(actor.roles)] }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: KEYS,
        tags,
        summary: 'Make a key; it is said this once',
        request: { params: WorkspaceParams, body: body(NewKeySchema) },
        responses: { ...problemResponses, 201: answer('The key', MadeSchema) },
      }),
      async (context) => {
        const { actor } = context.var;
        const made = await makeKey(platform, actor, context.req.valid('json'));
        if (!made.ok) return problemResponse(context, problems[made.error.kind]);
        const key = present(made.value.row, actor.name, platform.clock.now());
        return context.json({ key, secret: made.value.secret }, 201);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${KEYS}/{keyId}/rotate`,
        tags,
        summary: 'A new key in place of one’s own; the old one goes on for a while',
        request: { params: KeyParams, body: body(RotateSchema) },
        responses: { ...problemResponses, 200: answer('The new key', MadeSchema) },
      }),
      async (context) => {
        const { actor } = context.var;
        const wish = { id: context.req.valid('param').keyId, ...context.req.valid('json') };
        const made = await rotateKey(platform, actor, wish);
        if (!made.ok) return problemResponse(context, problems[made.error.kind]);
        const key = present(made.value.row, actor.name, platform.clock.now());
        return context.json({ key, secret: made.value.secret }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: `${KEYS}/{keyId}`,
        tags,
        summary: 'Revoke a key, at once',
        request: { params: KeyParams },
        responses: { ...problemResponses, 204: { description: 'Revoked' } },
      }),
      async (context) => {
        const revoked = await revokeKey(platform, context.var.actor, context.req.valid('param').keyId);
        return revoked.ok ? context.body(null, 204) : problemResponse(context, problems[revoked.error.kind]);
      },
    );

const WhoSchema = z.object({
  workspaceId: z.uuid(),
  keyId: z.uuid(),
  name: z.string(),
  scopes: z.array(ScopeSchema),
  expiresAt: InstantSchema,
});

/** The first thing that a program asks: which company it is in, and what it may do. */
export const ownKeyRoutes = (readKey: KeyReader) =>
  createRouter().openapi(
    createRoute({
      method: 'get',
      path: '/api/key',
      tags,
      summary: 'What this key is: its company, its scopes, its end',
      responses: { ...problemResponses, 200: answer('The key of this request', WhoSchema) },
    }),
    async (context) => {
      const read = await readKey(context);
      if (!read.ok) return read.response as never;
      const { key, scopes } = read.holder;
      const { id: keyId, workspaceId, name } = key;
      const expiresAt = key.expiresAt.toISOString();
      return context.json({ workspaceId, keyId, name, scopes: [...scopes], expiresAt }, 200);
    },
  );

const present = (key: ApiKeyRow, personName: string | null, now: Date): z.infer<typeof KeySchema> => ({
  id: key.id,
  name: key.name,
  shown: key.shown,
  scopes: key.scopes as Scope[],
  perMinute: key.perMinute,
  personId: key.personId,
  personName,
  createdAt: key.createdAt.toISOString(),
  expiresAt: key.expiresAt.toISOString(),
  warned: warningOf(key.expiresAt, key.expiryWarned)?.days ?? null,
  lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
  previousUntil: key.previousUntil && key.previousUntil > now ? key.previousUntil.toISOString() : null,
  state: key.revokedAt ? 'revoked' : hasEnded(key, now) ? 'ended' : 'live',
});
