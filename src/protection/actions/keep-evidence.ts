import { audit, type Member, may } from '../../people/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { sha256Of } from '../model/evidence-pack.ts';
import type { EvidenceRecord } from '../model/evidence-record.ts';
import { type EvidenceFileType, fileTypeOf } from '../model/file-type.ts';
import { findFile, insertFile, type KeptFile, listFiles, readEvidence } from '../store/evidence.ts';
import { deleteReports, findReport } from '../store/reports.ts';
import { collectEvidence } from './collect-evidence.ts';
import { tellOfReport } from './tell.ts';

type Ground = Pick<Platform, 'database' | 'clock'>;
type Failure = {
  readonly kind:
    | 'not-allowed'
    | 'not-found'
    | 'not-a-file'
    | 'too-many-files'
    | 'file-too-large'
    | 'has-ended';
};

/** Bytes of one file, and files of one report. */
export const LARGEST_FILE = 10_000_000;
const MOST_FILES = 30;
/** Each look is a row: enough for one a day for years. */
const MOST_LOOKS = 2_000;

/** Looks again at what was reported: whether it is still there, and how it reads now. */
export const collectAgain = (
  { database, clock }: Ground,
  actor: Member,
  reportId: string,
): Promise<Result<{ readonly found: number }, Failure>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'protection.write')) return err({ kind: 'not-allowed' });
    const { workspaceId, personId, name } = actor;
    const report = await findReport(tx, workspaceId, reportId, 'hold');
    if (!report) return err({ kind: 'not-found' });
    if (report.endedAt) return err({ kind: 'has-ended' });
    const known = await readEvidence(tx, workspaceId, reportId);
    if (known.length >= MOST_LOOKS) return err({ kind: 'too-many-files' });
    const ids = [...new Set(known.map(({ mentionId }) => mentionId))];
    const person = { id: personId, name };
    const rows = await collectEvidence(tx, { workspaceId, reportId, person, now: clock.now() }, ids);
    await audit(tx, actor, {
      action: 'evidence.collected',
      subjectKind: 'protection-report',
      subjectId: reportId,
      details: { number: report.number, found: rows.length },
    });
    await tellOfReport(tx, workspaceId, reportId);
    return ok({ found: rows.length });
  });

/** Adds a picture of the screen or a paper. What it is is read from its bytes, not from its name. */
export const addFile = (
  { database, clock }: Ground,
  actor: Member,
  reportId: string,
  { name, bytes }: { readonly name: string; readonly bytes: Buffer },
): Promise<Result<{ readonly fileId: string; readonly mediaType: EvidenceFileType }, Failure>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'protection.write')) return err({ kind: 'not-allowed' });
    const { workspaceId, personId } = actor;
    const report = await findReport(tx, workspaceId, reportId, 'hold');
    if (!report) return err({ kind: 'not-found' });
    if (bytes.length > LARGEST_FILE) return err({ kind: 'file-too-large' });
    const mediaType = fileTypeOf(bytes);
    if (!mediaType) return err({ kind: 'not-a-file' });
    if ((await listFiles(tx, workspaceId, reportId)).length >= MOST_FILES)
      return err({ kind: 'too-many-files' });
    const file: KeptFile = {
      workspaceId,
      id: newId(),
      reportId,
      name: name || 'file',
      mediaType,
      byteLength: bytes.length,
      sha256: sha256Of(bytes),
      content: bytes,
      addedAt: clock.now(),
      addedBy: personId,
    };
    await insertFile(tx, file);
    await audit(tx, actor, {
      action: 'evidence.file-added',
      subjectKind: 'protection-report',
      subjectId: reportId,
      details: { number: report.number, mediaType, sha256: file.sha256 },
    });
    await tellOfReport(tx, workspaceId, reportId);
    return ok({ fileId: file.id, mediaType });
  });

/** The words of a piece of evidence; that somebody read them is written down. */
export const readRecord = (
  { database }: Pick<Ground, 'database'>,
  actor: Member,
  reportId: string,
  evidenceId: string,
): Promise<Result<EvidenceRecord, Failure>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'protection.read')) return err({ kind: 'not-allowed' });
    const rows = await readEvidence(tx, actor.workspaceId, reportId);
    const row = rows.find(({ id }) => id === evidenceId);
    if (!row) return err({ kind: 'not-found' });
    await audit(tx, actor, {
      action: 'evidence.read',
      subjectKind: 'protection-report',
      subjectId: reportId,
      details: { evidenceId },
    });
    return ok(row.record);
  });

export const readFile = (
  { database }: Pick<Ground, 'database'>,
  actor: Member,
  reportId: string,
  fileId: string,
): Promise<Result<KeptFile, Failure>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'protection.read')) return err({ kind: 'not-allowed' });
    const file = await findFile(tx, actor.workspaceId, reportId, fileId);
    if (!file) return err({ kind: 'not-found' });
    await audit(tx, actor, {
      action: 'evidence.read',
      subjectKind: 'protection-report',
      subjectId: reportId,
      details: { fileId },
    });
    return ok(file);
  });

/** Deletes a report with its evidence before its time: when there is nothing to defend. That it was there stays in the log. */
export const dropReport = (
  { database }: Pick<Ground, 'database'>,
  actor: Member,
  reportId: string,
): Promise<Result<null, Failure>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'protection.manage')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const report = await findReport(tx, workspaceId, reportId, 'hold');
    if (!report) return err({ kind: 'not-found' });
    await deleteReports(tx, workspaceId, [reportId]);
    await audit(tx, actor, {
      action: 'protection-report.deleted',
      subjectKind: 'protection-report',
      subjectId: reportId,
      details: { number: report.number, state: report.state },
    });
    await tellOfReport(tx, workspaceId, reportId);
    return ok(null);
  });
