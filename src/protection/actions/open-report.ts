import { readThreadMentionIds } from '../../conversation/index.ts';
import { type MentionView, readMentions } from '../../listening/index.ts';
import { audit, type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { whichPlatform } from '../model/platforms.ts';
import type { ReportKind } from '../model/report-states.ts';
import { insertReport, type KeptReport } from '../store/reports.ts';
import { holdSettings, takeNumber } from '../store/settings.ts';
import { collectEvidence } from './collect-evidence.ts';
import { tellOfReport } from './tell.ts';
import { threadOf } from './thread-of.ts';

/** The latest turns of a conversation that are kept with it. */
export const MOST_TURNS = 50;

export type NewReport = {
  readonly kind: ReportKind;
  readonly mentionIds: readonly string[];
  /** In place of mentions: all that was said to us in a conversation. */
  readonly threadId?: string | undefined;
};

type Ground = Pick<Platform, 'database' | 'clock'>;

/** Begins a report: the evidence is collected at once, before anything else can change it. */
export const openReport = (
  { database, clock }: Ground,
  actor: Member,
  wish: NewReport,
): Promise<Result<{ readonly reportId: string }, { readonly kind: 'not-allowed' | 'no-mentions' }>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'protection.write')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const ids = wish.threadId
      ? (await readThreadMentionIds(tx, workspaceId, wish.threadId, { limit: MOST_TURNS })).ids
      : wish.mentionIds;
    const mentions = (await readMentions(tx, workspaceId, ids)).filter(({ ours }) => !ours);
    if (mentions.length === 0) return err({ kind: 'no-mentions' });
    const report = await reportOf(tx, actor, clock.now(), wish.kind, mentions);
    await tellOfReport(tx, workspaceId, report.id);
    return ok({ reportId: report.id });
  });

/** In the caller's transaction: the report, its evidence, the audit entry. */
export const reportOf = async (
  tx: Transaction,
  actor: Member,
  now: Date,
  kind: ReportKind,
  mentions: readonly MentionView[],
): Promise<KeptReport> => {
  const { workspaceId, personId, name } = actor;
  const last = [...mentions].sort((a, b) => a.saidAt.localeCompare(b.saidAt)).at(-1);
  if (!last) throw new Error('a report is about at least one mention');
  await holdSettings(tx, workspaceId);
  const report: KeptReport = {
    workspaceId,
    id: newId(),
    number: await takeNumber(tx, workspaceId),
    version: 1,
    state: 'collected',
    kind,
    platform: whichPlatform(last.channel, last.url),
    threadId: await threadOf(tx, workspaceId, last.id),
    url: last.url,
    reasons: '',
    publishedAt: new Date(last.saidAt),
    visitedOn: null,
    openedAt: now,
    openedBy: personId,
    reportedAt: null,
    answeredAt: null,
    outcome: null,
    endedAt: null,
  };
  await insertReport(tx, report);
  const person = { id: personId, name };
  const ids = mentions.map(({ id }) => id);
  await collectEvidence(tx, { workspaceId, reportId: report.id, person, now }, ids);
  await audit(tx, actor, {
    action: 'protection-report.opened',
    subjectKind: 'protection-report',
    subjectId: report.id,
    details: { number: report.number, kind, mentions: ids.length },
  });
  return report;
};
