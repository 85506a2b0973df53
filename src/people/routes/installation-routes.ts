import { createRoute, z } from '@hono/zod-openapi';
import { ProblemSchema, problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { setUpInstallation } from '../actions/set-up-installation.ts';
import type { Authentication } from '../authentication.ts';
import { signInResponse } from '../http/sign-in-response.ts';
import { passkeysWork } from '../model/passkey-place.ts';
import { languages } from '../model/person.ts';
import { problems } from '../problems.ts';
import { hasUsers } from '../store/users.ts';
import { answer, body, EmailSchema, JoinedSchema, LanguageSchema, line, PasswordSchema } from './schemas.ts';

const InstallationSchema = z
  .object({
    version: z.string(),
    setUp: z.boolean().openapi({ description: 'Whether somebody has an account already' }),
    demo: z.boolean(),
    languages: z.array(LanguageSchema),
    passkeys: z.boolean().openapi({ description: 'Whether passkeys work at the address of this request' }),
    sourceUrl: z
      .string()
      .nullable()
      .openapi({ description: 'Where the source code of this version is (AGPL-3.0, section 13)' }),
    mail: z.boolean().openapi({ description: 'Whether the installation can send mail by itself' }),
  })
  .openapi('Installation');

const SetUpSchema = z.object({
  token: z.string().min(1).max(200),
  company: line(120),
  name: line(120),
  email: EmailSchema,
  password: PasswordSchema,
  language: LanguageSchema.optional(),
});

/** What anybody may ask before signing in, and the one-time set-up. */
export const installationRoutes = (platform: Platform, authentication: Authentication, version: string) =>
  createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/installation',
        tags: ['people'],
        summary: 'What this installation is and can',
        responses: { 200: answer('The installation', InstallationSchema) },
      }),
      async (context) => {
        const { config, database } = platform;
        const setUp = await hasUsers(database.installation);
        const passkeys = passkeysWork(config.baseUrl, context.req.url);
        const mail = config.mail !== undefined;
        const { demo, sourceUrl = null } = config;
        const can = { passkeys, mail, languages: [...languages] };
        return context.json({ version, setUp, demo, sourceUrl, ...can }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/set-up',
        tags: ['people'],
        summary: 'Make the first company and its first person, with the printed token; signs in',
        request: { body: body(SetUpSchema) },
        responses: {
          201: answer('Set up and signed in', JoinedSchema),
          400: problemResponses[400],
          403: {
            description: 'The token is wrong',
            content: { 'application/problem+json': { schema: ProblemSchema } },
          },
          409: problemResponses[409],
        },
      }),
      async (context) => {
        const { token, company, ...input } = context.req.valid('json');
        const { language = 'it', ...person } = input;
        const done = await setUpInstallation(platform, { token, company, person: { ...person, language } });
        if (!done.ok) return problemResponse(context, problems[done.error.kind]);
        await signInResponse(context, authentication, person);
        return context.json({ workspaceId: done.value.workspaceId, slug: done.value.slug }, 201);
      },
    );
