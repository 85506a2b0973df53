import { canonicalJson } from '../../care/engine.ts';
import { type KeptMention, readEverythingKept } from '../../listening/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { newId, type WorkspaceId } from '../../platform/ids.ts';
import { sha256Of } from '../model/evidence-pack.ts';
import type { EvidenceRecord } from '../model/evidence-record.ts';
import { insertEvidence, type KeptEvidence } from '../store/evidence.ts';

export type Collecting = {
  readonly workspaceId: WorkspaceId;
  readonly reportId: string;
  /** Who collects; null for the product itself. */
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly now: Date;
};

/** Keeps these mentions as they are at this moment. Ours are left out, and those that are not there. */
export const collectEvidence = async (
  tx: Transaction,
  collecting: Collecting,
  mentionIds: readonly string[],
): Promise<readonly KeptEvidence[]> => {
  const { workspaceId, reportId, person, now } = collecting;
  const found = await readEverythingKept(tx, workspaceId, mentionIds);
  const rows = found.map((mention): KeptEvidence => {
    const record = recordOf(mention, now, person?.name ?? 'Passaparola');
    return {
      workspaceId,
      id: newId(),
      reportId,
      mentionId: mention.mentionId,
      authorId: mention.authorId,
      collectedAt: now,
      collectedBy: person?.id ?? null,
      isThere: mention.removedAt === null && (mention.body !== '' || mention.title !== null),
      record,
      digest: sha256Of(canonicalJson(record)),
    };
  });
  await insertEvidence(tx, rows);
  return rows;
};

const recordOf = (
  { authorId: _, versions, originals, media, ...mention }: KeptMention,
  now: Date,
  collectedBy: string,
): EvidenceRecord => ({
  ...mention,
  v: 1,
  collectedAt: now.toISOString(),
  collectedBy,
  media: media.map((one) => ({ ...one })),
  versions: versions.map((version) => ({ ...version })),
  originals: originals.map((original) => ({ ...original })),
});
