import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import {
  changeReadings,
  holdUncorrected,
  latestTexts,
  type ReadableText,
  storableReading,
} from '../../listening/index.ts';
import type { MentionId, WorkspaceId } from '../../platform/ids.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import type { Platform } from '../../platform/platform.ts';
import { beginReread, saveProgress } from '../store/settings.ts';
import type { CompanyReader } from './company-reader.ts';
import type { Company } from './load-company.ts';

export const REREAD_JOB = 'understanding.reread';

/** The latest mentions that are looked at again after each change. */
const LATEST = 500;
const AT_ONCE = 100;
/** Changes that come one after the other are looked after once. Milliseconds. */
const GATHER_MS = 400;

const DataSchema = z.object({ workspaceId: z.uuid() });

export const rereadJob = (platform: Platform, reader: CompanyReader): JobDefinition => ({
  name: REREAD_JOB,
  concurrency: 2,
  handle: async (data) => {
    const { workspaceId } = DataSchema.parse(data);
    await pause(GATHER_MS);
    await reread(platform, reader, workspaceId);
  },
});

/** Reads the latest texts again with what has been learnt since; what people said stays. */
export const reread = async (
  platform: Pick<Platform, 'database'>,
  reader: Pick<CompanyReader, 'atLeast'>,
  workspaceId: WorkspaceId,
): Promise<void> => {
  const { database } = platform;
  const version = await database.inWorkspace(workspaceId, (tx) => beginReread(tx, workspaceId));
  if (version === null) return;
  const company = await reader.atLeast(workspaceId, version);
  const ids = await database.inWorkspace(workspaceId, async (tx) =>
    (await latestTexts(tx, workspaceId, { limit: LATEST })).map(({ id }) => id),
  );
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const some = ids.slice(start, start + AT_ONCE);
    const progress = { version, done: start + some.length, total: ids.length };
    await rereadSome(platform, company, workspaceId, some, progress);
  }
  await database.inWorkspace(workspaceId, async (tx) => {
    await saveProgress(tx, workspaceId, version, null);
    await appendLive(tx, workspaceId, [{ kind: 'understanding.changed', payload: { what: 'learning' } }]);
  });
};

const rereadSome = (
  platform: Pick<Platform, 'database'>,
  company: Company,
  workspaceId: WorkspaceId,
  ids: readonly MentionId[],
  { version, ...progress }: { readonly version: string; readonly done: number; readonly total: number },
): Promise<void> =>
  platform.database.inWorkspace(workspaceId, async (tx) => {
    const texts = await holdUncorrected(tx, workspaceId, ids);
    const changed = texts.flatMap((text) => readAnew(company, text));
    await changeReadings(tx, workspaceId, changed);
    await saveProgress(tx, workspaceId, version, progress);
    if (changed.length === 0) return;
    const payload = { what: 'readings', mentionIds: changed.map(({ id }) => id) };
    await appendLive(tx, workspaceId, [{ kind: 'understanding.changed', payload }]);
  });

/** Nothing when it still reads the same. */
const readAnew = (company: Company, text: ReadableText) => {
  const read = company.understand(text);
  if (!read) return [];
  const reading = storableReading(read);
  return isDeepStrictEqual(reading, text.reading) ? [] : [{ id: text.id, saidAt: text.saidAt, reading }];
};
