import { audit, type Member, may } from '../../people/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import {
  afterReportStep,
  type Escalation,
  type ReportKind,
  type ReportStep,
} from '../model/report-states.ts';
import { changeReport, findReport, insertStep, type KeptReport } from '../store/reports.ts';
import { tellOfReport } from './tell.ts';

export type ReportFailure =
  | { readonly kind: 'not-allowed' | 'not-found' | 'not-from-here' | 'changed-meanwhile' | 'in-the-future' }
  | { readonly kind: 'needs-addressee' };

export type AskedStep = {
  readonly step: ReportStep;
  /** When it happened, by the person's word; now when left out. */
  readonly at?: Date | undefined;
  readonly note: string;
  readonly escalatedTo?: Escalation | undefined;
};

type Ground = Pick<Platform, 'database' | 'clock'>;
type Versioned<Value> = Value & { readonly version: number };

/** A moment ago for us may be a moment ahead on their clock. */
const LENIENCY_MS = 5 * 60_000;

/** Writes down what happened on the path, if the report is still as the person saw it. Nothing is sent from here: people do that. */
export const stepReport = (
  { database, clock }: Ground,
  actor: Member,
  reportId: string,
  { version, step, at, note, escalatedTo }: Versioned<AskedStep>,
): Promise<Result<null, ReportFailure>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'protection.write')) return err({ kind: 'not-allowed' });
    const { workspaceId, personId } = actor;
    const report = await findReport(tx, workspaceId, reportId, 'hold');
    if (!report) return err({ kind: 'not-found' });
    if (report.version !== version) return err({ kind: 'changed-meanwhile' });
    const state = afterReportStep(report.state, step);
    if (!state) return err({ kind: 'not-from-here' });
    if (step === 'escalate' && !escalatedTo) return err({ kind: 'needs-addressee' });
    const now = clock.now();
    if (at && at.getTime() > now.getTime() + LENIENCY_MS) return err({ kind: 'in-the-future' });
    const when = at ?? now;
    await insertStep(tx, {
      workspaceId,
      reportId,
      version,
      step,
      at: when,
      recordedAt: now,
      personId,
      escalatedTo: step === 'escalate' ? (escalatedTo ?? null) : null,
      note,
    });
    await changeReport(tx, report, { state, ...momentsOf(step, when) });
    await audit(tx, actor, {
      action: 'protection-report.stepped',
      subjectKind: 'protection-report',
      subjectId: reportId,
      details: { number: report.number, step, state },
    });
    await tellOfReport(tx, workspaceId, reportId);
    return ok(null);
  });

const momentsOf = (step: ReportStep, at: Date): Partial<KeptReport> => {
  if (step === 'report') return { reportedAt: at, answeredAt: null };
  if (step === 'hear-removed') return { answeredAt: at, outcome: 'removed' };
  if (step === 'hear-refused') return { answeredAt: at, outcome: 'refused' };
  if (step === 'hear-nothing') return { outcome: 'no-answer' };
  if (step === 'end') return { endedAt: at };
  return step === 'reopen' ? { endedAt: null } : {};
};

export type ReportChange = {
  readonly kind?: ReportKind | undefined;
  readonly platform?: string | undefined;
  readonly reasons?: string | undefined;
  readonly visitedOn?: string | null | undefined;
  readonly url?: string | null | undefined;
};

/** What people write of a report. */
export const editReport = (
  { database }: Pick<Ground, 'database'>,
  actor: Member,
  reportId: string,
  { version, ...change }: Versioned<ReportChange>,
): Promise<Result<null, ReportFailure>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'protection.write')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const report = await findReport(tx, workspaceId, reportId, 'hold');
    if (!report) return err({ kind: 'not-found' });
    if (report.version !== version) return err({ kind: 'changed-meanwhile' });
    const said = Object.entries(change).filter(([, value]) => value !== undefined);
    await changeReport(tx, report, Object.fromEntries(said) as Partial<KeptReport>);
    await tellOfReport(tx, workspaceId, reportId);
    return ok(null);
  });
