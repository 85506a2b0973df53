import { changeReadings, readTexts, type StoredReading } from '../../listening/index.ts';
import { audit, type Member, may, personNames } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { correctReading } from '../model/corrected-reading.ts';
import { joinJudgements } from '../model/judgement.ts';
import { activeOf, type CorrectionRow, lockCorrection, markWithdrawn } from '../store/corrections.ts';
import type { CompanyReader } from './company-reader.ts';
import { type CorrectionView, viewCorrections } from './list-corrections.ts';
import type { Company } from './load-company.ts';
import { tellChange } from './tell-change.ts';

/** Takes a correction back: the mention reads as without it at once, and what it taught is unlearnt. Twice is as once. */
export const withdrawCorrection = async (
  platform: Pick<Platform, 'database' | 'clock' | 'jobs'>,
  reader: Pick<CompanyReader, 'current'>,
  actor: Member,
  id: string,
): Promise<Result<CorrectionView, { readonly kind: 'not-allowed' | 'not-found' }>> => {
  if (!may(actor, 'readings.correct')) return err({ kind: 'not-allowed' });
  const { workspaceId } = actor;
  const company = await reader.current(workspaceId);
  return platform.database.inWorkspace(workspaceId, async (tx) => {
    const row = await lockCorrection(tx, workspaceId, id);
    if (!row) return err({ kind: 'not-found' });
    const now = platform.clock.now();
    const withdrawn = row.withdrawnAt ? row : { ...row, withdrawnAt: now, withdrawnBy: actor.personId };
    if (!row.withdrawnAt) {
      await markWithdrawn(tx, workspaceId, id, actor.personId, now);
      await readWithout(tx, company, row);
      await audit(tx, actor, {
        action: 'correction.withdrawn',
        subjectKind: 'mention',
        subjectId: row.mentionId,
      });
      await tellChange(platform, tx, workspaceId, { what: 'corrections', mentionIds: [row.mentionId] });
    }
    const [view] = await viewCorrections(tx, workspaceId, [withdrawn]);
    return view ? ok(view) : err({ kind: 'not-found' });
  });
};

/** As the product reads by itself, or as what others still say of it; not as the layer does, which has yet to unlearn. */
const readWithout = async (tx: Transaction, company: Company, row: CorrectionRow): Promise<void> => {
  const { workspaceId, mentionId } = row;
  const [text] = await readTexts(tx, workspaceId, [mentionId], 'lock');
  const plain = text && text.revision === row.revision ? company.understandPlainly(text) : null;
  if (!text || !plain) return;
  const others = await activeOf(tx, workspaceId, mentionId, text.revision);
  const last = others.at(-1);
  const names = await personNames(tx, workspaceId, last ? [last.personId] : []);
  const reading: StoredReading = last
    ? {
        ...correctReading(plain, joinJudgements(others.map(({ after }) => after))),
        corrected: {
          personId: last.personId,
          name: names.get(last.personId) ?? '',
          at: last.createdAt.toISOString(),
        },
      }
    : plain;
  await changeReadings(tx, workspaceId, [{ id: mentionId, saidAt: text.saidAt, reading }]);
};
