import { z } from 'zod';
import type { Scope } from '../../people/index.ts';

/** A call of our own API, relative to the company: every guard of it holds for a tool as for any program. */
export type Call = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: unknown;
};

export type Tool = {
  readonly name: string;
  readonly scope: Scope;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodObject;
  readonly isReading: boolean;
  /** Asked first: what comes back may forbid the call, in the words of the text that is returned. */
  readonly before?: (input: Input) => { readonly call: Call; refuse(found: unknown): string | undefined };
  call(input: Input): Call;
};

type Input = Readonly<Record<string, unknown>>;

const id = z.uuid();
const limit = z.number().int().min(1).max(25).default(10);
const text = z.string().min(1).max(10_000);

const get = (path: string, query: Readonly<Record<string, unknown>> = {}): Call => {
  const given = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)] as [string, string]],
  );
  const asked = new URLSearchParams(given).toString();
  return { method: 'GET', path: asked ? `${path}?${asked}` : path };
};

const DraftSchema = z.object({ draft: z.object({ body: z.string() }).nullish() });

/** What a program may do by the Model Context Protocol: read, and write what a person looks at before anything is sent. Nothing here sends. */
export const tools: readonly Tool[] = [
  {
    name: 'search_mentions',
    scope: 'mentions:read',
    title: 'Search what is said about the company',
    description:
      'Full-text search (Italian) over everything that was heard on all channels, the latest first.',
    input: z.object({ query: z.string().min(1).max(200), limit }),
    isReading: true,
    call: ({ query, limit: most }) => get('/mentions', { q: query, limit: most }),
  },
  {
    name: 'list_threads',
    scope: 'threads:read',
    title: 'List conversations',
    description:
      'A page of the inbox. Views: all, mine, unassigned, waiting. `query` searches in what was said.',
    input: z.object({
      view: z.enum(['all', 'mine', 'unassigned', 'waiting']).default('all'),
      query: z.string().max(200).optional(),
      limit,
    }),
    isReading: true,
    call: ({ view, query, limit: most }) => get('/threads', { view, q: query, limit: most }),
  },
  {
    name: 'read_thread',
    scope: 'threads:read',
    title: 'Read a conversation',
    description: 'Its latest turns, notes, replies and drafts.',
    input: z.object({ threadId: id }),
    isReading: true,
    call: ({ threadId }) => get(`/threads/${threadId}`),
  },
  {
    name: 'read_today',
    scope: 'threads:read',
    title: 'What needs the team today',
    description: 'What failed, and who has waited longest, with the reason in words.',
    input: z.object({}),
    isReading: true,
    call: () => get('/today'),
  },
  {
    name: 'find_people',
    scope: 'people:read',
    title: 'Find people',
    description: 'People whom the company knows, by name.',
    input: z.object({ query: z.string().max(200).optional(), limit }),
    isReading: true,
    call: ({ query, limit: most }) => get('/contacts', { q: query, limit: most }),
  },
  {
    name: 'read_person',
    scope: 'people:read',
    title: 'Read a person’s page',
    description: 'Who they are, consent, ties, what was given, what was said to each other.',
    input: z.object({ personId: id }),
    isReading: true,
    call: ({ personId }) => get(`/contacts/${personId}`),
  },
  {
    name: 'list_cases',
    scope: 'cases:read',
    title: 'List complaints',
    description: 'Complaints as cases, the latest first.',
    input: z.object({ search: z.string().max(100).optional(), limit }),
    isReading: true,
    call: ({ search, limit: most }) => get('/cases', { search, limit: most }),
  },
  {
    name: 'read_case',
    scope: 'cases:read',
    title: 'Read a complaint',
    description: 'One case: its state, history, gravity, what was offered.',
    input: z.object({ caseId: id }),
    isReading: true,
    call: ({ caseId }) => get(`/cases/${caseId}`),
  },
  {
    name: 'read_figures',
    scope: 'cases:read',
    title: 'Figures of complaints',
    description:
      'How many complaints, how fast answered and solved, by cause, product and channel, with intervals.',
    input: z.object({ days: z.number().int().min(7).max(1_096).default(90) }),
    isReading: true,
    call: ({ days }) => get('/care/figures', { days }),
  },
  {
    name: 'save_draft',
    scope: 'replies:draft',
    title: 'Save a draft reply',
    description:
      'Puts a draft in the composer of the person whose key this is. It is never sent: a person does that.',
    input: z.object({ threadId: id, body: text }),
    isReading: false,
    before: ({ threadId }) => ({
      call: get(`/threads/${threadId}`),
      refuse: (found) =>
        DraftSchema.safeParse(found).data?.draft?.body
          ? 'There is a draft already: a person may be writing it. Nothing was changed; propose the text in a note.'
          : undefined,
    }),
    call: ({ threadId, body }) => ({ method: 'PUT', path: `/threads/${threadId}/draft`, body: { body } }),
  },
  {
    name: 'propose_note',
    scope: 'notes:write',
    title: 'Propose something in a note',
    description:
      'An internal note beside a conversation, such as a label or a next step; only colleagues see it.',
    input: z.object({ threadId: id, body: text }),
    isReading: false,
    call: ({ threadId, body }) => ({ method: 'POST', path: `/threads/${threadId}/notes`, body: { body } }),
  },
];
