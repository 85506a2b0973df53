import { createRoute, z } from '@hono/zod-openapi';
import { notFound, problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { offsetAt } from '../../platform/time/zoned.ts';
import { createWorkspace } from '../actions/create-workspace.ts';
import type { Authentication } from '../authentication.ts';
import type { PeopleEnv } from '../http/people-env.ts';
import { signedIn } from '../http/signed-in.ts';
import { densities, type Person, themes } from '../model/person.ts';
import { permissionsOf } from '../model/policy.ts';
import { problems } from '../problems.ts';
import { deleteSession, selectSessions } from '../store/sessions.ts';
import { updateUser } from '../store/users.ts';
import { selectWorkspacesOf } from '../store/workspaces.ts';
import {
  answer,
  body,
  InstantSchema,
  JoinedSchema,
  LanguageSchema,
  line,
  MeSchema,
  TimeZoneSchema,
} from './schemas.ts';

const ChangesSchema = z
  .object({
    name: line(120),
    language: LanguageSchema,
    timeZone: TimeZoneSchema,
    theme: z.enum(themes),
    density: z.enum(densities),
  })
  .partial();

const SessionsSchema = z.object({
  sessions: z.array(
    z
      .object({
        id: z.uuid(),
        current: z.boolean(),
        createdAt: InstantSchema,
        lastSeenAt: InstantSchema,
        expiresAt: InstantSchema,
        ipAddress: z.string().nullable(),
        userAgent: z.string().nullable(),
      })
      .openapi('Session'),
  ),
});

/** What a signed-in person sees and changes of themselves, in no company in particular. */
export const meRoutes = (platform: Platform, authentication: Authentication) => {
  const { database, clock } = platform;
  const guard = signedIn(authentication);
  const me = async (person: Person) => {
    const workspaces = await database.asInstallation((tx) => selectWorkspacesOf(tx, person.id));
    return {
      person: { ...person, minutesAhead: offsetAt(clock.now().getTime(), person.timeZone) / 60_000 },
      workspaces: workspaces.map(({ roles, ...workspace }) => ({
        ...workspace,
        roles: [...roles],
        permissions: [...permissionsOf(roles)],
      })),
    };
  };

  return createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/me',
        tags: ['people'],
        summary: 'Who is signed in, and where they work',
        middleware: guard,
        responses: { 200: answer('The signed-in person', MeSchema), 401: problemResponses[401] },
      }),
      async (context) => context.json(await me(context.var.person), 200),
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: '/api/me',
        tags: ['people'],
        summary: 'Change own name and settings',
        middleware: guard,
        request: { body: body(ChangesSchema) },
        responses: {
          200: answer('The person as changed', MeSchema),
          400: problemResponses[400],
          401: problemResponses[401],
        },
      }),
      async (context) => {
        const { person } = context.var;
        const changes = given(context.req.valid('json'));
        await updateUser(database.installation, person.id, changes, clock.now());
        return context.json(await me({ ...person, ...changes }), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/me/sessions',
        tags: ['people'],
        summary: 'Where the person is signed in',
        middleware: guard,
        responses: { 200: answer('The sessions', SessionsSchema), 401: problemResponses[401] },
      }),
      async (context) => {
        const { person, sessionId } = context.var;
        const rows = await selectSessions(database.installation, person.id, clock.now());
        const sessions = rows.map((row) => ({
          ...row,
          current: row.id === sessionId,
          createdAt: row.createdAt.toISOString(),
          lastSeenAt: row.lastSeenAt.toISOString(),
          expiresAt: row.expiresAt.toISOString(),
        }));
        return context.json({ sessions }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/api/me/sessions/{id}',
        tags: ['people'],
        summary: 'Sign out somewhere',
        middleware: guard,
        request: { params: z.object({ id: z.uuid() }) },
        responses: {
          204: { description: 'Signed out there' },
          400: problemResponses[400],
          401: problemResponses[401],
          404: problemResponses[404],
        },
      }),
      async (context) => {
        const { id } = context.req.valid('param');
        const found = await deleteSession(database.installation, context.var.person.id, id);
        return found ? context.body(null, 204) : problemResponse(context, notFound);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/workspaces',
        tags: ['people'],
        summary: 'Add a company to this installation',
        middleware: guard,
        request: { body: body(z.object({ name: line(120) })) },
        responses: {
          201: answer('The new company, coordinated by whoever made it', JoinedSchema),
          400: problemResponses[400],
          401: problemResponses[401],
          403: problemResponses[403],
        },
      }),
      async (context) => {
        const made = await createWorkspace(platform, context.var.person, context.req.valid('json'));
        if (!made.ok) return problemResponse(context, problems[made.error.kind]);
        return context.json({ workspaceId: made.value.workspaceId, slug: made.value.slug }, 201);
      },
    );
};

/** Without the fields that were not sent: `undefined` is no change. */
const given = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: Exclude<Fields[Key], undefined>;
  };
