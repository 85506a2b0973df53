import { changeReadings, type MentionView, readMentions, readTexts } from '../../listening/index.ts';
import { audit, type Member, may } from '../../people/index.ts';
import { type MentionId, newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { correctReading as corrected } from '../model/corrected-reading.ts';
import { isHeldBack } from '../model/held-back.ts';
import { type Judgement, judgementOf } from '../model/judgement.ts';
import { insertCorrection } from '../store/corrections.ts';
import type { CompanyReader } from './company-reader.ts';
import { tellChange } from './tell-change.ts';

export type CorrectionFailure = { readonly kind: 'not-allowed' | 'not-found' | 'nothing-to-correct' };

/** What a person says of a text: otherwise than it was read, or that it was read rightly. */
export type Said =
  | { readonly confirmed: true }
  | { readonly confirmed: false; readonly judgement: Judgement };

/** Shown at once, kept in the log, and learnt from a moment later. */
export const correctReading = async (
  platform: Pick<Platform, 'database' | 'clock' | 'jobs'>,
  reader: Pick<CompanyReader, 'current'>,
  actor: Member,
  mentionId: MentionId,
  said: Said,
): Promise<Result<{ readonly mention: MentionView; readonly correctionId: string }, CorrectionFailure>> => {
  if (!may(actor, 'readings.correct')) return err({ kind: 'not-allowed' });
  const { workspaceId, personId } = actor;
  const company = await reader.current(workspaceId);
  return platform.database.inWorkspace(workspaceId, async (tx) => {
    const [known] = await readMentions(tx, workspaceId, [mentionId]);
    if (!known) return err({ kind: 'not-found' });
    const [text] = await readTexts(tx, workspaceId, [mentionId], 'lock');
    const shown = text && (text.reading ?? company.understand(text));
    if (!text || !shown) return err({ kind: 'nothing-to-correct' });
    const [id, now] = [newId(), platform.clock.now()];
    const before = judgementOf(shown);
    const after = said.confirmed ? before : said.judgement;
    await insertCorrection(tx, {
      workspaceId,
      id,
      mentionId,
      revision: text.revision,
      personId,
      createdAt: now,
      before,
      after,
      confirmed: said.confirmed,
      heldBack: isHeldBack(mentionId),
    });
    const by = { personId, name: actor.name, at: now.toISOString() };
    const reading = { ...corrected(shown, after), corrected: by, proposed: null };
    await changeReadings(tx, workspaceId, [{ id: mentionId, saidAt: text.saidAt, reading }]);
    await audit(tx, actor, {
      action: said.confirmed ? 'reading.confirmed' : 'reading.corrected',
      subjectKind: 'mention',
      subjectId: mentionId,
      details: said.confirmed ? {} : { before, after },
    });
    await tellChange(platform, tx, workspaceId, { what: 'corrections', mentionIds: [mentionId] });
    const [mention] = await readMentions(tx, workspaceId, [mentionId]);
    return mention ? ok({ mention, correctionId: id }) : err({ kind: 'not-found' });
  });
};
