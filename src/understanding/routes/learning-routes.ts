import { createRoute } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses, requestLanguage } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import type { CompanyReader } from '../actions/company-reader.ts';
import { learningQueue } from '../actions/learning-queue.ts';
import { readLearning } from '../actions/read-learning.ts';
import { problemOf } from '../problems.ts';
import { answer, LearningSchema, QueueQuery, QueueSchema, WorkspaceParams } from './schemas.ts';
import { sendable } from './sendable.ts';

const LEARNING = '/api/workspaces/{workspaceId}/learning';
const tags = ['understanding'];

/** How the learning has come along, and what would help it most. */
export const learningRoutes = (platform: Platform, reader: CompanyReader) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: LEARNING,
        tags,
        summary: 'What was learnt from corrections, and what it brings',
        request: { params: WorkspaceParams },
        responses: { ...problemResponses, 200: answer('The learning', LearningSchema) },
      }),
      async (context) => {
        const read = await readLearning(platform, reader, context.var.actor);
        if (!read.ok) return problemResponse(context, problemOf(read.error, requestLanguage(context)));
        return context.json(sendable(read.value), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${LEARNING}/queue`,
        tags,
        summary: 'Texts about which an answer would teach most',
        request: { params: WorkspaceParams, query: QueueQuery },
        responses: { ...problemResponses, 200: answer('The most useful first', QueueSchema) },
      }),
      async (context) => {
        const { limit } = context.req.valid('query');
        const queue = await learningQueue(platform, context.var.actor, limit);
        if (!queue.ok) return problemResponse(context, problemOf(queue.error, requestLanguage(context)));
        return context.json({ items: sendable(queue.value) }, 200);
      },
    );
