import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import { openAccess } from '../authorise-kit/index.ts';
import { cleanLine } from '../clean-words.ts';
import type { ChannelContext, ChannelProblem } from '../contract.ts';
import { problemOfFetch, problemOfStatus } from '../http-problem.ts';
import type { LinkedinSecrets, LinkedinSettings } from './settings.ts';
import { escaped, plainUrn, restliList } from './urns.ts';
import { knownOf } from './vendor.ts';

export type LinkedinContext = ChannelContext<LinkedinSettings, LinkedinSecrets>;

type Known = { readonly documents: ReadonlyMap<string, unknown>; readonly gone: ReadonlySet<string> };
type Page = { readonly elements: readonly unknown[]; readonly next?: string };

export type Linkedin = {
  /** A finder: members of any shape and the mark of the next page. */
  find(resource: string, query: Readonly<Record<string, string>>): Promise<Result<Page, ChannelProblem>>;
  /** BATCH_GET: what each urn stands for, and which are not there or not ours to see any more. */
  batch(resource: string, ids: readonly string[]): Promise<Result<Known, ChannelProblem>>;
};

/** The API as our account sees it: `Authorization`, `LinkedIn-Version` (a month) and `X-Restli-Protocol-Version` with each call. */
export const openLinkedin = (context: LinkedinContext): Linkedin => {
  const { vendor, client } = knownOf(context);
  const access = openAccess(context, vendor, client);

  const get = async (path: string): Promise<Result<unknown, ChannelProblem>> => {
    const answer = await access.use(
      (token) =>
        context.http.request(new URL(`${context.settings.apiUrl}/rest/${path}`), {
          method: 'GET',
          headers: {
            accept: 'application/json',
            authorization: `Bearer ${token}`,
            'linkedin-version': context.settings.apiVersion,
            'x-restli-protocol-version': '2.0.0',
          },
        }),
      (asked) => asked.ok && asked.value.status === 401,
    );
    if (!answer.ok) return answer;
    if (!answer.value.ok) return err(problemOfFetch(answer.value.error));
    const response = answer.value.value;
    const json = response.json();
    const problem = problemOfStatus(response, context.clock);
    if (problem) return err(namedProblem(problem, response.status, json.ok ? json.value : undefined));
    return json.ok ? ok(json.value) : err({ kind: 'bad-response', detail: 'the answer is no JSON' });
  };

  return {
    find: async (resource, query) => {
      const words = Object.entries(query).map(([name, value]) => `${name}=${value}`);
      const answer = await get(`${resource}?${words.join('&')}`);
      return answer.ok ? ok(pageOf(answer.value)) : answer;
    },
    batch: async (resource, ids) => {
      if (ids.length === 0) return ok({ documents: new Map(), gone: new Set() });
      const answer = await get(`${resource}?ids=${restliList(ids)}`);
      return answer.ok ? ok(knownIn(answer.value, ids)) : answer;
    },
  };
};

/** A urn as the value of a parameter. */
export const asParameter = escaped;

const ErrorSchema = z.object({ code: z.string().catch(''), message: z.string().catch('') });

/** `{status, serviceErrorCode, code, message}`; a version that is no more is answered 426. */
const namedProblem = (problem: ChannelProblem, status: number, body: unknown): ChannelProblem => {
  const said = ErrorSchema.safeParse(body).data;
  const detail = cleanLine([`HTTP ${status}`, said?.code, said?.message].filter(Boolean).join(' '), 300);
  if (status === 426 || said?.code === 'NONEXISTENT_VERSION' || said?.code === 'VERSION_MISSING') {
    return { kind: 'misconfigured', field: 'apiVersion', detail };
  }
  return { ...problem, detail };
};

const Mark = z.string().min(1).max(4_000).optional().catch(undefined);
const MetadataSchema = z.object({
  nextPaginationCursor: Mark,
  // Spelled so in answers that were seen.
  paginationCursorMetdata: z.object({ nextPaginationCursor: Mark }).optional().catch(undefined),
});
const PageSchema = z.object({
  elements: z.array(z.unknown()).catch([]),
  metadata: MetadataSchema.optional().catch(undefined),
});

const pageOf = (answer: unknown): Page => {
  const { elements, metadata } = PageSchema.safeParse(answer).data ?? { elements: [] };
  const next = metadata?.nextPaginationCursor ?? metadata?.paginationCursorMetdata?.nextPaginationCursor;
  return { elements, ...(next ? { next } : {}) };
};

const Members = z.record(z.string(), z.unknown()).catch({});
const BatchSchema = z.object({ results: Members, statuses: Members, errors: Members });
const OneErrorSchema = z.object({ status: z.number() });
/** Not there, or its author lets it be seen no more. */
const GONE = [403, 404, 410];

const knownIn = (answer: unknown, asked: readonly string[]): Known => {
  const { results, statuses, errors } = BatchSchema.safeParse(answer).data ?? {
    results: {},
    statuses: {},
    errors: {},
  };
  const documents = new Map(Object.entries(results).map(([key, value]) => [plainUrn(key), value]));
  const failed = new Map<string, number>();
  for (const [key, status] of Object.entries(statuses))
    if (typeof status === 'number') failed.set(plainUrn(key), status);
  for (const [key, one] of Object.entries(errors)) {
    const status = OneErrorSchema.safeParse(one).data?.status;
    if (status !== undefined) failed.set(plainUrn(key), status);
  }
  const gone = asked.filter((urn) => !documents.has(urn) && GONE.includes(failed.get(urn) ?? 404));
  return { documents, gone: new Set(gone) };
};
