import { createRoute, type z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Member, PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses, requestLanguage } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Result } from '../../platform/result.ts';
import { becomeImprovement } from '../actions/become-improvement.ts';
import {
  addChange,
  agreeLine,
  publishStatus,
  setDuty,
  setTeam,
  showStatus,
  tickChange,
  writeInLog,
  writeReview,
} from '../actions/work-on-crisis.ts';
import { problemOf } from '../problems.ts';
import {
  body,
  ChangeParams,
  CrisisParams,
  DutySchema,
  ImproveSchema,
  LineSchema,
  LogSchema,
  NewChangeSchema,
  PublishSchema,
  ReviewSchema,
  ShowSchema,
  TeamSchema,
  TickSchema,
} from './schemas.ts';

const ONE = '/api/workspaces/{workspaceId}/crises/{crisisId}';
const CHANGE = `${ONE}/changes/{changeId}` as const;

const doing = <Method extends 'post' | 'put', Path extends string, Schema extends z.ZodType>(
  method: Method,
  path: Path,
  summary: string,
  schema: Schema,
) =>
  createRoute({
    method,
    path,
    tags: ['crisis'],
    summary,
    request: { params: CrisisParams, body: body(schema) },
    responses: { 204: { description: 'Done' }, ...problemResponses },
  });

const changing = <Path extends string, Schema extends z.ZodType>(
  path: Path,
  summary: string,
  schema: Schema,
) =>
  createRoute({
    method: 'post',
    path,
    tags: ['crisis'],
    summary,
    request: { params: ChangeParams, body: body(schema) },
    responses: { 204: { description: 'Done' }, ...problemResponses },
  });

type Failure = Parameters<typeof problemOf>[0];
type Acting = Context<PeopleEnv & { Variables: { readonly actor: Member } }>;

const told = async (context: Acting, done: Promise<Result<null, Failure>>) => {
  const result = await done;
  if (!result.ok) return problemResponse(context, problemOf(result.error, requestLanguage(context)));
  return context.body(null, 204);
};

/** What people do while a crisis lasts, and afterwards. */
export const crisisWorkRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(doing('post', `${ONE}/line`, 'Agree what everybody says from now on', LineSchema), (context) =>
      told(
        context as never,
        agreeLine(
          platform,
          context.var.actor,
          context.req.valid('param').crisisId,
          context.req.valid('json'),
        ),
      ),
    )
    .openapi(doing('post', `${ONE}/log`, 'Write a decision or a note; it stays', LogSchema), (context) =>
      told(
        context as never,
        writeInLog(
          platform,
          context.var.actor,
          context.req.valid('param').crisisId,
          context.req.valid('json'),
        ),
      ),
    )
    .openapi(doing('put', `${ONE}/team`, 'Who is in it, and on duty', TeamSchema), (context) =>
      told(
        context as never,
        setTeam(
          platform,
          context.var.actor,
          context.req.valid('param').crisisId,
          context.req.valid('json').team,
        ),
      ),
    )
    .openapi(doing('put', `${ONE}/duty`, 'Go on duty, or leave it', DutySchema), (context) =>
      told(
        context as never,
        setDuty(
          platform,
          context.var.actor,
          context.req.valid('param').crisisId,
          context.req.valid('json').onDuty,
        ),
      ),
    )
    .openapi(
      doing('put', `${ONE}/status`, 'Show the status page to everybody, or take it away', ShowSchema),
      (context) =>
        told(
          context as never,
          showStatus(
            platform,
            context.var.actor,
            context.req.valid('param').crisisId,
            context.req.valid('json'),
          ),
        ),
    )
    .openapi(doing('post', `${ONE}/status`, 'Say something on the status page', PublishSchema), (context) =>
      told(
        context as never,
        publishStatus(
          platform,
          context.var.actor,
          context.req.valid('param').crisisId,
          context.req.valid('json'),
        ),
      ),
    )
    .openapi(
      doing('put', `${ONE}/review`, 'What worked, and what to do otherwise', ReviewSchema),
      (context) =>
        told(
          context as never,
          writeReview(
            platform,
            context.var.actor,
            context.req.valid('param').crisisId,
            context.req.valid('json'),
          ),
        ),
    )
    .openapi(
      doing('post', `${ONE}/changes`, 'One thing to do otherwise, with somebody and a day', NewChangeSchema),
      (context) =>
        told(
          context as never,
          addChange(
            platform,
            context.var.actor,
            context.req.valid('param').crisisId,
            context.req.valid('json'),
          ),
        ),
    )
    .openapi(changing(`${CHANGE}/done`, 'It is done, or not yet', TickSchema), (context) => {
      const { crisisId, changeId } = context.req.valid('param');
      const { isDone } = context.req.valid('json');
      return told(context as never, tickChange(platform, context.var.actor, crisisId, { changeId, isDone }));
    })
    .openapi(
      changing(`${CHANGE}/improvement`, 'Make it an improvement of the room of care', ImproveSchema),
      (context) => {
        const { crisisId, changeId } = context.req.valid('param');
        const { causeId } = context.req.valid('json');
        return told(
          context as never,
          becomeImprovement(platform, context.var.actor, crisisId, { changeId, causeId }),
        );
      },
    );
