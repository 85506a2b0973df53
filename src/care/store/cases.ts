import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Case } from '../model/case.ts';
import type { Recorded } from '../model/case-event.ts';
import { caseEvents } from './case-events.table.ts';
import { cases } from './cases.table.ts';

/** A case with what it is called. */
export type KeptCase = Case & { readonly id: string; readonly number: number };
export type CaseRow = typeof cases.$inferSelect;

const theCase = (tx: Transaction, workspaceId: WorkspaceId, id: string) =>
  tx
    .select()
    .from(cases)
    .where(and(eq(cases.workspaceId, workspaceId), eq(cases.id, id)));

/** Nobody else changes it until our transaction ends. Undefined when there is none. */
export const lockCase = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<KeptCase | undefined> => (await theCase(tx, workspaceId, id).for('update'))[0];

export const findCase = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<KeptCase | undefined> => (await theCase(tx, workspaceId, id))[0];

export const findCases = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<readonly KeptCase[]> =>
  tx
    .select()
    .from(cases)
    .where(and(eq(cases.workspaceId, workspaceId), inArray(cases.id, [...ids])));

/** Makes the row, or makes it what the case is now. */
export const writeCase = async (tx: Transaction, workspaceId: WorkspaceId, one: KeptCase): Promise<void> => {
  const { id, number, ...rest } = one;
  const row = { ...rest, workspaceId };
  await tx
    .insert(cases)
    .values({ ...row, id, number })
    .onConflictDoUpdate({ target: [cases.workspaceId, cases.id], set: row });
};

export const insertEvents = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  caseId: string,
  recorded: readonly Recorded[],
  { personId, now }: { readonly personId: string | null; readonly now: Date },
): Promise<void> => {
  if (recorded.length === 0) return;
  await tx.insert(caseEvents).values(
    recorded.map(({ version, at, event }) => ({
      workspaceId,
      caseId,
      version,
      kind: event.kind,
      event,
      at,
      recordedAt: now,
      personId,
    })),
  );
};

export type HistoryRow = Recorded & { readonly personId: string | null };

/** All that happened in a case, in the order in which we came to know of it. */
export const readHistory = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  caseId: string,
): Promise<readonly HistoryRow[]> =>
  tx
    .select({
      version: caseEvents.version,
      at: caseEvents.at,
      event: caseEvents.event,
      personId: caseEvents.personId,
    })
    .from(caseEvents)
    .where(and(eq(caseEvents.workspaceId, workspaceId), eq(caseEvents.caseId, caseId)))
    .orderBy(asc(caseEvents.version));

/** The histories of all cases, without the ids of mentions and people: they are only counted. */
export const readAllHistories = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<ReadonlyMap<string, readonly Recorded[]>> => {
  const rows = await tx
    .select({
      caseId: caseEvents.caseId,
      version: caseEvents.version,
      at: caseEvents.at,
      event: sql<Recorded['event']>`case when ${caseEvents.kind} = 'mentions-joined'
        then jsonb_build_object('kind', 'mentions-joined', 'newPeople', ${caseEvents.event}->'newPeople',
          'mentions', (select coalesce(jsonb_agg('{}'::jsonb), '[]') from jsonb_array_elements(${caseEvents.event}->'mentions')))
        else ${caseEvents.event} end`,
    })
    .from(caseEvents)
    .where(eq(caseEvents.workspaceId, workspaceId))
    .orderBy(asc(caseEvents.caseId), asc(caseEvents.version));
  return Map.groupBy(rows, ({ caseId }) => caseId);
};

/** Whether this mention of ours stands in the history of a case already. */
export const knowsAnswer = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  caseId: string,
  mentionId: string,
): Promise<boolean> => {
  const rows = await tx
    .select({ version: caseEvents.version })
    .from(caseEvents)
    .where(
      and(
        eq(caseEvents.workspaceId, workspaceId),
        eq(caseEvents.caseId, caseId),
        inArray(caseEvents.kind, ['answered', 'acknowledged']),
        sql`${caseEvents.event}->>'mentionId' = ${mentionId}`,
      ),
    )
    .limit(1);
  return rows.length > 0;
};

/** Takes what points to a person out of the history: an order's reference. What happened stays. */
export const scrubHistory = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  caseIds: readonly string[],
): Promise<void> => {
  await tx
    .update(caseEvents)
    .set({ event: sql`${caseEvents.event} || '{"orderReference": null}'::jsonb` })
    .where(
      and(
        eq(caseEvents.workspaceId, workspaceId),
        inArray(caseEvents.caseId, [...caseIds]),
        eq(caseEvents.kind, 'linked'),
      ),
    );
  await tx
    .update(cases)
    .set({ orderReference: null })
    .where(and(eq(cases.workspaceId, workspaceId), inArray(cases.id, [...caseIds])));
};
