import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { except } from 'hono/combine';
import { HTTPException } from 'hono/http-exception';
import { afterwardsPageRoutes, afterwardsRoutes } from './afterwards/index.ts';
import { alertsRoutes } from './alerts/index.ts';
import { type Assistant, assistantRoutes, type ThreadTurns } from './assistant/index.ts';
import { careRoutes, registerRoutes } from './care/index.ts';
import { channelsRoutes, inboundRoutes, LARGEST_UPLOAD, uploadTooLarge } from './channels/index.ts';
import {
  conversationRoutes,
  type RoomOptions,
  readThreadMentionIds,
  threadFactsOf,
  threadsOf,
} from './conversation/index.ts';
import { correspondenceRoutes } from './correspondence/index.ts';
import { crisisRoutes, statusRoutes } from './crisis/index.ts';
import { describeAccess } from './describe-access.ts';
import { importsRoutes } from './imports/index.ts';
import { type Integrations, integrationsRoutes, mcpRoutes } from './integrations/index.ts';
import { scopeOf } from './key-scopes.ts';
import { listeningRoutes } from './listening/index.ts';
import {
  type Authentication,
  authenticationRoutes,
  createKeyReader,
  keysRoutes,
  memberOnly,
  peopleRoutes,
} from './people/index.ts';
import { installationRoutes } from './platform/http/installation-routes.ts';
import { notFound, type Problem, problemResponse, unexpected } from './platform/http/problem.ts';
import { requestMetrics } from './platform/http/request-metrics.ts';
import { createRouter, tooLarge, unreadableBody } from './platform/http/router.ts';
import { sameOriginOnly } from './platform/http/same-origin.ts';
import { securityHeaders } from './platform/http/security-headers.ts';
import { webFiles } from './platform/http/web-files.ts';
import { webFolder } from './platform/paths.ts';
import type { Platform } from './platform/platform.ts';
import { practiceRoutes } from './practice/index.ts';
import { previewRoutes } from './previews/index.ts';
import {
  countEvidenceOf,
  EVIDENCE_FILES,
  evidenceTooLarge,
  LARGEST_FILE,
  protectionRoutes,
} from './protection/index.ts';
import { LARGEST_LIST, relationsRoutes } from './relations/index.ts';
import { rulesRoutes } from './rules/index.ts';
import { type CompanyReader, understandingRoutes } from './understanding/index.ts';
import { VERSION } from './version.ts';

/** Bytes: words of people fit many times over. */
const LARGEST_BODY = 1_000_000;
/** The one address that takes a picture. */
const UPLOADS = '/api/workspaces/:workspaceId/uploads';
/** And the one that takes a list of people, or a network's archive of them. */
const LISTS = '/api/workspaces/:workspaceId/relations/imports/file';

/** What bodies may be larger than words, and how large. */
const LARGE = [UPLOADS, LISTS, EVIDENCE_FILES];

/** What rooms share between their routes and what they do by themselves. */
export type ApiParts = {
  readonly reader: CompanyReader;
  readonly assistant: Assistant;
  readonly integrations: Integrations;
};

/** Every address that this server answers, room by room; the web's typed client is made from its type. */
export const createApi = (
  platform: Platform,
  authentication: Authentication,
  { reader, assistant, integrations }: ApiParts,
  conversation: RoomOptions = {},
) => {
  const router = createRouter();
  const readKey = createKeyReader(platform);
  // Ahead of every guard: anyone may read it, and it brings its own headers.
  router.route('/', registerRoutes(platform));
  router.route('/', statusRoutes(platform));
  router.route('/', afterwardsPageRoutes(platform));
  router.use('*', securityHeaders({ https: platform.config.baseUrl.startsWith('https:') }));
  router.use('/api/*', requestMetrics(platform));
  router.use('/api/*', sameOriginOnly(platform.config));
  router.post(UPLOADS, bodyLimit({ maxSize: LARGEST_UPLOAD, onError: refuseLarge(uploadTooLarge) }));
  router.post(LISTS, bodyLimit({ maxSize: LARGEST_LIST, onError: refuseLarge(tooLarge) }));
  router.post(EVIDENCE_FILES, bodyLimit({ maxSize: LARGEST_FILE, onError: refuseLarge(evidenceTooLarge) }));
  router.use('/api/*', except(LARGE, bodyLimit({ maxSize: LARGEST_BODY, onError: refuseLarge(tooLarge) })));
  router.route('/', authenticationRoutes(platform, authentication));
  router.use('/api/workspaces/:workspaceId/*', memberOnly(platform, authentication, { readKey, scopeOf }));
  const routes = router
    .route('/', installationRoutes(platform, VERSION))
    .route('/', peopleRoutes(platform, authentication, VERSION))
    .route('/', channelsRoutes(platform, authentication))
    .route('/', listeningRoutes(platform, { threadsOf, read: reader.read }))
    .route('/', importsRoutes(platform))
    .route('/', conversationRoutes(platform, conversation))
    .route('/', relationsRoutes(platform, { threadsOf, threadFactsOf, evidenceOf: countEvidenceOf }))
    .route('/', understandingRoutes(platform, reader))
    .route('/', assistantRoutes(assistant, { turnsOf }))
    .route('/', alertsRoutes(platform))
    .route('/', careRoutes(platform))
    .route('/', crisisRoutes(platform))
    .route('/', rulesRoutes(platform))
    .route('/', protectionRoutes(platform))
    .route('/', correspondenceRoutes(platform))
    .route('/', previewRoutes(platform))
    .route('/', afterwardsRoutes(platform, conversation))
    .route('/', practiceRoutes(platform));
  // Apart from the rest: the web asks them without the types of the others, which cost its checker minutes.
  router.route('/', keysRoutes(platform, readKey));
  router.route('/', integrationsRoutes(integrations));
  const document = () =>
    describeAccess(
      router.getOpenAPI31Document({
        openapi: '3.1.0',
        info: {
          title: 'Passaparola',
          version: VERSION,
          description: 'Listen, converse as people, answer in the open. Errors are problem+json (RFC 9457).',
          license: { name: 'AGPL-3.0-or-later', url: 'https://www.gnu.org/licenses/agpl-3.0.html' },
        },
        servers: [{ url: platform.config.baseUrl }],
      }),
    );
  router.get('/api/openapi.json', (context) => context.json(document()));
  router.route('/', inboundRoutes(platform));
  const answer = (request: Request) => router.fetch(request);
  router.route('/', mcpRoutes(platform, { readKey, answer, version: VERSION }));
  router.use('*', webFiles(webFolder()));
  router.notFound((context) => problemResponse(context, notFound));
  router.onError((error, context) => {
    if (error instanceof HTTPException && error.status < 500) return problemResponse(context, unreadableBody);
    platform.log.error(
      { path: context.req.routePath, error: error.message, stack: error.stack },
      'a request met a bug',
    );
    return problemResponse(context, unexpected);
  });
  return routes;
};

/** Enough of a conversation to answer it. */
const LATEST_TURNS = 10;

const turnsOf: ThreadTurns = async (tx, workspaceId, threadId) =>
  (await readThreadMentionIds(tx, workspaceId, threadId, { limit: LATEST_TURNS })).ids;

/** What we do not read stays on the line: the connection must end with the answer. */
const refuseLarge = (problem: Problem) => (context: Context) => {
  context.header('connection', 'close');
  return problemResponse(context, problem);
};

export type ApiType = ReturnType<typeof createApi>;
