import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { ProblemSchema, problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { addUpload, describeUpload } from '../actions/add-upload.ts';
import { readUpload } from '../actions/read-upload.ts';
import type { Upload } from '../store/uploads.ts';
import { uploadProblem } from '../upload-problems.ts';
import { imageTypes } from '../uploads/image-type.ts';
import { inlineDisposition } from '../uploads/safe-file-name.ts';
import { answer, body, WorkspaceParams } from './schemas.ts';

/** Longer than any channel's own limit for a description. */
const LONGEST_ALT = 10_000;

const words = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((text) => !text.includes('\0') && text.isWellFormed(), 'not text');

const UploadParams = WorkspaceParams.extend({ uploadId: z.uuid() });

const UploadSchema = z
  .object({
    id: z.uuid(),
    mimeType: z.enum(imageTypes),
    byteLength: z.number().int(),
    width: z.number().int(),
    height: z.number().int(),
    name: z.string(),
    alt: z.string(),
    createdAt: z.iso.datetime(),
  })
  .openapi('Upload');

const present = ({ id, mimeType, byteLength, width, height, name, alt, createdAt }: Upload) => ({
  ...{ id, mimeType, byteLength, width, height, name, alt },
  createdAt: createdAt.toISOString(),
});

const picture = z.any().openapi({ type: 'string', format: 'binary' });
const pictures = Object.fromEntries(imageTypes.map((type) => [type, { schema: picture }]));
const refused = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ProblemSchema } },
});

const tags = ['channels'];
const path = '/api/workspaces/{workspaceId}/uploads';
const onePath = `${path}/{uploadId}` as const;

/** Pictures of our own: for answers, and for notes of what was seen. */
export const uploadRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        ...{ method: 'post', path, tags, summary: 'Add a picture: 5 MB at most, its bytes as the body' },
        request: {
          params: WorkspaceParams,
          query: z.object({ name: words(500).default(''), alt: words(LONGEST_ALT).default('') }),
          body: { required: true, content: pictures },
        },
        responses: {
          ...problemResponses,
          201: answer('The picture as we keep it: without what was hidden in it', UploadSchema),
          413: refused('Too large'),
          415: refused('Not a picture that we take'),
        },
      }),
      async (context) => {
        const bytes = new Uint8Array(await context.req.arrayBuffer());
        const added = await addUpload(platform, context.var.actor, { ...context.req.valid('query'), bytes });
        if (!added.ok) return problemResponse(context, uploadProblem(added.error));
        return context.json(present(added.value), 201);
      },
    )
    .openapi(
      createRoute({
        ...{ method: 'patch', path: onePath, tags, summary: 'Say what can be seen in it' },
        request: { params: UploadParams, body: body(z.object({ alt: words(LONGEST_ALT) })) },
        responses: { ...problemResponses, 200: answer('The picture', UploadSchema) },
      }),
      async (context) => {
        const { uploadId } = context.req.valid('param');
        const { alt } = context.req.valid('json');
        const changed = await describeUpload(platform, context.var.actor, uploadId, alt);
        if (!changed.ok) return problemResponse(context, uploadProblem(changed.error));
        return context.json(present(changed.value), 200);
      },
    )
    .openapi(
      createRoute({
        ...{ method: 'get', path: onePath, tags, summary: 'The picture itself' },
        request: { params: UploadParams },
        responses: { ...problemResponses, 200: { description: 'Its bytes', content: pictures } },
      }),
      async (context) => {
        const found = await readUpload(platform, context.var.actor, context.req.valid('param').uploadId);
        if (!found.ok) return problemResponse(context, uploadProblem(found.error));
        const { bytes, mimeType, name } = found.value;
        return context.body(new Uint8Array(bytes), 200, {
          'content-type': mimeType,
          'content-disposition': inlineDisposition(name),
          'content-security-policy': "default-src 'none'; sandbox",
          'cache-control': 'private, max-age=31536000, immutable',
          'x-content-type-options': 'nosniff',
        });
      },
    );
