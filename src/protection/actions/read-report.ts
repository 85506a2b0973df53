import { findWorkspace, type Member, may, personNames } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { addMonths, dayIn } from '../model/calendar.ts';
import { type Deadline, deadlinesOf, reviewFinding } from '../model/deadlines.ts';
import { writeNotice } from '../model/notice.ts';
import { platformOf } from '../model/platforms.ts';
import { reportFigures } from '../model/report-figures.ts';
import { reportStepsFrom } from '../model/report-states.ts';
import { listFiles, readEvidence } from '../store/evidence.ts';
import { escalatedOnes, findReport, type KeptReport, listReports, readSteps } from '../store/reports.ts';
import { threadsOfReports } from '../store/reports-of-threads.ts';
import { readSettings } from '../store/settings.ts';

type Ground = Pick<Platform, 'database' | 'clock'>;
type Failure = { readonly kind: 'not-allowed' | 'not-found' };

const FALLBACK_ZONE = 'Europe/Rome';

/** Every report with its nearest deadline, and what reporting has brought. */
export const readReports = ({ database, clock }: Ground, actor: Member) =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'protection.read')) return err({ kind: 'not-allowed' as const });
    const { workspaceId } = actor;
    const zone = (await findWorkspace(tx, workspaceId))?.timeZone ?? FALLBACK_ZONE;
    const today = dayIn(zone, clock.now());
    const reports = await listReports(tx, workspaceId);
    const threads = await threadsOfReports(
      tx,
      workspaceId,
      reports.map(({ id }) => id),
    );
    const escalated = await escalatedOnes(tx, workspaceId);
    return ok({
      reports: reports.map((report) => ({
        ...headOf(report, threads),
        next: deadlinesFor(report, zone, today).find(({ kind }) => kind !== 'lapses') ?? null,
      })),
      figures: reportFigures(reports.map((one) => ({ ...one, wasEscalated: escalated.has(one.id) }))),
    });
  });

export const headOf = (report: KeptReport, threads: ReadonlyMap<string, string>) => ({
  id: report.id,
  number: report.number,
  version: report.version,
  state: report.state,
  kind: report.kind,
  platform: report.platform,
  platformName: platformOf(report.platform).name,
  threadId: threads.get(report.id) ?? report.threadId,
  openedAt: report.openedAt.toISOString(),
  publishedAt: report.publishedAt.toISOString(),
  reportedAt: report.reportedAt?.toISOString() ?? null,
  answeredAt: report.answeredAt?.toISOString() ?? null,
  outcome: report.outcome,
  endedAt: report.endedAt?.toISOString() ?? null,
});

const deadlinesFor = (report: KeptReport, zone: string, today: string): readonly Deadline[] =>
  deadlinesOf(
    {
      state: report.state,
      kind: report.kind,
      visitedOn: report.visitedOn,
      publishedOn: dayIn(zone, report.publishedAt),
      openedOn: dayIn(zone, report.openedAt),
      reportedOn: report.reportedAt && dayIn(zone, report.reportedAt),
      answeredOn: report.answeredAt && dayIn(zone, report.answeredAt),
    },
    today,
  );

/** One report: what is kept, what was done, what comes next by when, and the notice to complete. The words of evidence are not in here. */
export const readReport = ({ database, clock }: Ground, actor: Member, reportId: string) =>
  database.inWorkspace(actor.workspaceId, async (tx): Promise<Result<ReportDetail, Failure>> => {
    if (!may(actor, 'protection.read')) return err({ kind: 'not-allowed' });
    const report = await findReport(tx, actor.workspaceId, reportId);
    return report ? ok(await detailOf(tx, report, clock.now())) : err({ kind: 'not-found' });
  });

export type ReportDetail = Awaited<ReturnType<typeof detailOf>>;

const detailOf = async (tx: Transaction, report: KeptReport, now: Date) => {
  const { workspaceId, id } = report;
  const company = await findWorkspace(tx, workspaceId);
  const zone = company?.timeZone ?? FALLBACK_ZONE;
  const settings = await readSettings(tx, workspaceId);
  const evidence = await readEvidence(tx, workspaceId, id);
  const files = await listFiles(tx, workspaceId, id);
  const steps = await readSteps(tx, workspaceId, id);
  const people = [
    report.openedBy,
    ...steps.map(({ personId }) => personId),
    ...evidence.map(({ collectedBy }) => collectedBy),
    ...files.map(({ addedBy }) => addedBy),
  ].filter((one) => one !== null);
  const names = await personNames(tx, workspaceId, people);
  const nameOf = (personId: string | null) => (personId && names.get(personId)) || null;
  const finding = reviewFinding(dayIn(zone, report.publishedAt), report.visitedOn);
  const facts = {
    company: company?.name ?? '',
    signatory: settings.signatory,
    email: settings.email,
    platform: platformOf(report.platform).name,
    kind: report.kind,
    urls: [...new Set([report.url, ...evidence.map(({ record }) => record.url)])].filter(
      (url) => url !== null,
    ),
    nativeIds: [...new Set(evidence.map(({ record }) => record.nativeId))],
    digest: evidence.at(-1)?.digest ?? null,
    publishedOn: dayIn(zone, report.publishedAt),
    reasons: report.reasons,
    finding,
    number: report.number,
  };
  return {
    ...headOf(report, await threadsOfReports(tx, workspaceId, [id])),
    url: report.url,
    reasons: report.reasons,
    visitedOn: report.visitedOn,
    openedByName: nameOf(report.openedBy),
    finding,
    next: [...reportStepsFrom(report.state)],
    deadlines: [...deadlinesFor(report, zone, dayIn(zone, now))],
    path: { ...platformOf(report.platform), steps: [...platformOf(report.platform).steps] },
    notice: { it: writeNotice('it', facts), en: writeNotice('en', facts) },
    /** Null while it is open: until then nothing is deleted. */
    keptUntil: report.endedAt && addMonths(dayIn(zone, report.endedAt), settings.keepMonths),
    keepMonths: settings.keepMonths,
    evidence: evidence.map((one) => ({
      id: one.id,
      mentionId: one.mentionId,
      collectedAt: one.collectedAt.toISOString(),
      collectedByName: nameOf(one.collectedBy),
      isThere: one.isThere,
      saidAt: one.record.saidAt,
      firstSeenAt: one.record.firstSeenAt,
      channel: one.record.channel,
      url: one.record.url,
      versions: one.record.versions.length,
      originals: one.record.originals.length,
      digest: one.digest,
    })),
    files: files.map((file) => ({
      ...file,
      addedAt: file.addedAt.toISOString(),
      addedBy: undefined,
      addedByName: nameOf(file.addedBy),
    })),
    steps: steps.map((one) => ({
      step: one.step,
      at: one.at.toISOString(),
      escalatedTo: one.escalatedTo,
      note: one.note,
      personName: nameOf(one.personId),
    })),
  };
};
