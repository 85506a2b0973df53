import { audit, findWorkspace, type Member, may, personNames } from '../../people/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { makePack } from '../model/evidence-pack.ts';
import { platformOf } from '../model/platforms.ts';
import { readEvidence, readFiles } from '../store/evidence.ts';
import { findReport, readSteps } from '../store/reports.ts';
import { signingKey } from './signing-key.ts';

type Ground = Pick<Platform, 'database' | 'clock' | 'sealer'>;

/** The pack of a report, made and signed anew each time; who took it is written down. */
export const makeEvidencePack = (
  platform: Ground,
  actor: Member,
  reportId: string,
): Promise<
  Result<
    { readonly zip: Buffer; readonly digest: string; readonly name: string },
    { readonly kind: 'not-allowed' | 'not-found' }
  >
> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'protection.read')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const report = await findReport(tx, workspaceId, reportId);
    if (!report) return err({ kind: 'not-found' });
    const evidence = await readEvidence(tx, workspaceId, reportId);
    const files = await readFiles(tx, workspaceId, reportId);
    const steps = await readSteps(tx, workspaceId, reportId);
    const ids = [...steps.map(({ personId }) => personId), ...files.map(({ addedBy }) => addedBy)];
    const names = await personNames(
      tx,
      workspaceId,
      ids.filter((id) => id !== null),
    );
    const nameOf = (personId: string | null) => (personId && names.get(personId)) || '';
    const company = await findWorkspace(tx, workspaceId);
    const { zip, digest } = makePack(
      {
        company: company?.name ?? '',
        reportId,
        number: report.number,
        kind: report.kind,
        platform: platformOf(report.platform).name,
        reasons: report.reasons,
        madeAt: platform.clock.now().toISOString(),
        madeBy: actor.name,
        records: evidence.map(({ record }) => record),
        files: files.map((file) => ({
          name: file.name,
          mediaType: file.mediaType,
          addedAt: file.addedAt.toISOString(),
          addedBy: nameOf(file.addedBy),
          content: file.content,
        })),
        steps: steps.map((step) => ({
          at: step.at.toISOString(),
          recordedAt: step.recordedAt.toISOString(),
          step: step.step,
          escalatedTo: step.escalatedTo,
          by: nameOf(step.personId),
          note: step.note,
        })),
      },
      await signingKey(platform, tx, workspaceId),
    );
    await audit(tx, actor, {
      action: 'evidence.taken',
      subjectKind: 'protection-report',
      subjectId: reportId,
      details: { number: report.number, digest },
    });
    return ok({ zip, digest, name: `prove-${report.number}.zip` });
  });
