import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { changeProtectionSettings, readProtectionSettings } from '../actions/change-settings.ts';
import { helpLines, laws } from '../model/law.ts';
import { platforms } from '../model/platforms.ts';
import { problems } from '../problems.ts';
import { answer, body, line, PathSchema, SourceSchema, WordsSchema, WorkspaceParams } from './schemas.ts';

const HOME = '/api/workspaces/{workspaceId}/protection';
const tags = ['protection'];

const SettingsSchema = z
  .object({
    keepMonths: z.number().int(),
    signatory: z.string(),
    email: z.string(),
    publicKey: z.string().nullable(),
  })
  .openapi('ProtectionSettings');

const ChangeSchema = z
  .object({
    keepMonths: z.number().int().min(3).max(120),
    signatory: line(160),
    email: z.union([z.literal(''), z.email().max(200)]),
  })
  .partial()
  .openapi('ProtectionSettingsChange');

const GuideSchema = z
  .object({
    platforms: z.array(PathSchema),
    laws: z.record(z.string(), z.object({ says: WordsSchema, limits: WordsSchema, source: SourceSchema })),
    helpLines: z.array(z.object({ number: z.string(), says: WordsSchema })),
  })
  .openapi('ProtectionGuide');

/** How long evidence is kept, who signs, and what is known of platforms and law. */
export const settingsRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        ...{
          method: 'get',
          path: `${HOME}/settings`,
          tags,
          summary: 'How long evidence is kept, who signs notices, the public key',
        },
        request: { params: WorkspaceParams },
        responses: { ...problemResponses, 200: answer('The settings', SettingsSchema) },
      }),
      async (context) => {
        const read = await readProtectionSettings(platform, context.var.actor);
        return read.ok ? context.json(read.value, 200) : problemResponse(context, problems[read.error.kind]);
      },
    )
    .openapi(
      createRoute({
        ...{ method: 'patch', path: `${HOME}/settings`, tags, summary: 'Change them' },
        request: { params: WorkspaceParams, body: body(ChangeSchema) },
        responses: { ...problemResponses, 204: { description: 'Changed' } },
      }),
      async (context) => {
        const changed = await changeProtectionSettings(
          platform,
          context.var.actor,
          context.req.valid('json'),
        );
        return changed.ok ? context.body(null, 204) : problemResponse(context, problems[changed.error.kind]);
      },
    )
    .openapi(
      createRoute({
        ...{
          method: 'get',
          path: `${HOME}/guide`,
          tags,
          summary: 'How platforms take reports, what the law says, whom to call: each with its source',
        },
        request: { params: WorkspaceParams },
        responses: { ...problemResponses, 200: answer('What is known', GuideSchema) },
      }),
      (context) =>
        context.json(
          {
            platforms: platforms.map((one) => ({ ...one, steps: [...one.steps] })),
            laws: { ...laws },
            helpLines: [...helpLines],
          },
          200,
        ),
    );
