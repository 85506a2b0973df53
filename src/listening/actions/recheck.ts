import {
  connectionsToRecheck,
  type OpenConnection,
  openConnection,
  type RecheckState,
  saveRecheck,
} from '../../channels/index.ts';
import type { ConnectionId, WorkspaceId } from '../../platform/ids.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { withTimeCap } from '../../platform/time-cap.ts';
import { keepsAll } from '../model/hear.ts';
import { readKept } from '../store/read-kept.ts';
import { ingest } from './ingest.ts';
import type { ReaderOf } from './ingest-input.ts';

/** Questions in one hour for one connection: the rest of its round goes on in the next. */
const MOST_QUESTIONS = 20;
const CAP_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Every hour: what channels brought is asked about again where nobody tells of deletions, each item once in the channel's own time. */
export const recheckJob = (platform: Platform, read: ReaderOf | undefined): JobDefinition => ({
  name: 'listening.recheck',
  cron: '29 * * * *',
  retries: 0,
  handle: () => recheckAll(platform, read),
});

export const recheckAll = async (platform: Platform, read?: ReaderOf): Promise<void> => {
  for (const { state, ...whose } of await connectionsToRecheck(platform.database)) {
    await recheckOne(platform, whose, state, read).catch((error: unknown) => {
      const facts = {
        connection: whose.connectionId,
        error: error instanceof Error ? error.name : 'unknown',
      };
      platform.log.error(facts, 'asking again broke');
    });
  }
};

type Whose = { readonly workspaceId: WorkspaceId; readonly connectionId: ConnectionId };

const recheckOne = async (
  platform: Platform,
  whose: Whose,
  before: RecheckState,
  read: ReaderOf | undefined,
): Promise<void> => {
  const opened = await openConnection(platform, whose.workspaceId, whose.connectionId);
  const recheck = opened.ok ? opened.value.channel.receive.recheck : undefined;
  if (!opened.ok || !recheck) return;
  const now = platform.clock.now();
  const isDue = now.getTime() - Date.parse(before.passedFrom ?? '1970-01-01') >= recheck.everyHours * HOUR_MS;
  if (!before.startedAt && !isDue) return;
  let state: RecheckState = before.startedAt ? before : { ...before, startedAt: now.toISOString() };
  for (let question = 0; question < MOST_QUESTIONS; question += 1) {
    const next = await askOnce(platform, whose, opened.value, state, read);
    if (next === 'later') return;
    state = next;
    await saveRecheck(platform.database, whose, state);
    if (!state.startedAt) return;
  }
};

/** The state after one question; `later` when the channel could not be asked: receiving itself meets its problem, and says it. */
const askOnce = async (
  platform: Platform,
  whose: Whose,
  { channel, context }: OpenConnection,
  state: RecheckState,
  read: ReaderOf | undefined,
): Promise<RecheckState | 'later'> => {
  const { recheck } = channel.receive;
  const { startedAt } = state;
  if (!recheck || !startedAt) return 'later';
  const page = { after: state.after ?? '', limit: recheck.atOnce };
  const known = await platform.database.inWorkspace(whose.workspaceId, (tx) =>
    readKept(tx, whose.workspaceId, whose.connectionId, page),
  );
  const last = known.at(-1);
  if (!last) return { passedFrom: startedAt };
  const asked = await withTimeCap(recheck.ask(context, known), CAP_MS);
  if (asked === 'too-late' || !asked.ok) return 'later';
  await ingest(platform, {
    ...whose,
    channel,
    items: asked.value,
    receivedAt: platform.clock.now(),
    keepAll: keepsAll(channel.manifest.id, context.settings),
    ...(read ? { read } : {}),
  });
  return { ...state, after: last.nativeId };
};
