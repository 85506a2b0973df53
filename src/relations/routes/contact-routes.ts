import { createRoute } from '@hono/zod-openapi';
import type { ThreadsOf } from '../../listening/index.ts';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { changeContact, createContact } from '../actions/change-contact.ts';
import { eraseContact } from '../actions/erase-contact.ts';
import { listContacts } from '../actions/list-contacts.ts';
import { readContactPage } from '../actions/read-contact-page.ts';
import { readStory } from '../actions/read-story.ts';
import type { Lent } from '../model/lent.ts';
import { problemOf } from '../problems.ts';
import {
  ContactChangeSchema,
  ContactPageSchema,
  ContactsQuery,
  ContactsSchema,
  ErasedSchema,
  MadeSchema,
  NewContactSchema,
  StoryQuery,
  StorySchema,
} from './contact-schemas.ts';
import { answer, body, OneParams, sendable, WorkspaceParams } from './schemas.ts';

const CONTACTS = '/api/workspaces/{workspaceId}/contacts';
const tags = ['relations'];

/** The people around the company: lists, each one's page and story, and what is said of them by hand. */
export const contactRoutes = (platform: Platform, threadsOf: ThreadsOf, evidenceOf?: Lent['evidenceOf']) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: CONTACTS,
        tags,
        summary: 'The people that the company knows, whoever was heard last first',
        request: { params: WorkspaceParams, query: ContactsQuery },
        responses: { ...problemResponses, 200: answer('A page', ContactsSchema) },
      }),
      async (context) => {
        const { before, ...filter } = context.req.valid('query');
        const place = before ? { before: { at: before.at, id: before.key } } : {};
        const page = await listContacts(platform, context.var.actor, { ...filter, ...place });
        if (!page.ok) return problemResponse(context, problemOf(page.error));
        return context.json(sendable(page.value), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: CONTACTS,
        tags,
        summary: 'Enter somebody by hand',
        request: { params: WorkspaceParams, body: body(NewContactSchema) },
        responses: { ...problemResponses, 201: answer('Who was entered', MadeSchema) },
      }),
      async (context) => {
        const made = await createContact(platform, context.var.actor, context.req.valid('json'));
        if (!made.ok) return problemResponse(context, problemOf(made.error));
        return context.json({ id: made.value }, 201);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${CONTACTS}/{id}`,
        tags,
        summary: 'Everything that the company knows of one person',
        request: { params: OneParams },
        responses: { ...problemResponses, 200: answer('The person', ContactPageSchema) },
      }),
      async (context) => {
        const { id } = context.req.valid('param');
        const page = await readContactPage(platform, context.var.actor, id, threadsOf);
        if (!page.ok) return problemResponse(context, problemOf(page.error));
        return context.json(sendable(page.value), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: `${CONTACTS}/{id}`,
        tags,
        summary: 'Say something of a person: their name, wish for quiet, how far the relationship has come',
        request: { params: OneParams, body: body(ContactChangeSchema) },
        responses: { ...problemResponses, 200: answer('Who was changed', MadeSchema) },
      }),
      async (context) => {
        const { id } = context.req.valid('param');
        const changed = await changeContact(platform, context.var.actor, id, context.req.valid('json'));
        if (!changed.ok) return problemResponse(context, problemOf(changed.error));
        return context.json({ id }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: `${CONTACTS}/{id}`,
        tags,
        summary: 'Forget a person, as is their right',
        request: { params: OneParams },
        responses: { ...problemResponses, 200: answer('What was erased', ErasedSchema) },
      }),
      async (context) => {
        const erased = await eraseContact(
          platform,
          context.var.actor,
          context.req.valid('param').id,
          evidenceOf,
        );
        if (!erased.ok) return problemResponse(context, problemOf(erased.error));
        return context.json(erased.value, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${CONTACTS}/{id}/story`,
        tags,
        summary: 'What happened with a person, the latest first',
        request: { params: OneParams, query: StoryQuery },
        responses: { ...problemResponses, 200: answer('A page', StorySchema) },
      }),
      async (context) => {
        const { id } = context.req.valid('param');
        const { before = null, limit } = context.req.valid('query');
        const story = await readStory(platform, context.var.actor, id, { before, limit }, threadsOf);
        if (!story.ok) return problemResponse(context, problemOf(story.error));
        return context.json(sendable(story.value), 200);
      },
    );
