import { audit, type Member, may } from '../../people/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { strongerConsent } from '../model/stronger-consent.ts';
import { readContact, readIdentities, refreshSearched, updateContact } from '../store/contact-rows.ts';
import { forgetScores } from '../store/forget.ts';
import { holdPeople } from '../store/hold-people.ts';
import {
  dismiss,
  insertMerge,
  isAbsorbedSince,
  markUndone,
  moveAccounts,
  readMerge,
} from '../store/merge-rows.ts';
import { noteChanges, recomputeSummaries } from '../store/summaries.ts';
import { mayProfile } from './know-people.ts';
import { tellContacts } from './tell-contacts.ts';

export type MergeFailure = {
  readonly kind: 'not-allowed' | 'not-found' | 'same-person' | 'merged-since' | 'undone-already' | 'terms';
};
type Ground = Pick<Platform, 'database' | 'clock'>;

/** Makes two people one, on a human's word: the accounts of the other come here. A wish for quiet of either holds for both. */
export const mergeContacts = (
  platform: Ground,
  actor: Member,
  keptId: string,
  { otherId, reason }: { readonly otherId: string; readonly reason: string },
): Promise<Result<string, MergeFailure>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.manage')) return err({ kind: 'not-allowed' });
    if (keptId === otherId) return err({ kind: 'same-person' });
    const { workspaceId, personId } = actor;
    const now = platform.clock.now();
    await holdPeople(tx, workspaceId, 'alone');
    const kept = await readContact(tx, workspaceId, keptId, 'lock');
    const other = await readContact(tx, workspaceId, otherId, 'lock');
    if (!kept || !other || kept.mergedInto || other.mergedInto) return err({ kind: 'not-found' });
    const accounts = [
      ...(await readIdentities(tx, workspaceId, keptId)),
      ...(await readIdentities(tx, workspaceId, otherId)),
    ];
    if (accounts.some(({ channel, profiling }) => !profiling || !mayProfile(channel)))
      return err({ kind: 'terms' });
    const identityIds = [...(await moveAccounts(tx, workspaceId, otherId, keptId))];
    const id = newId();
    await insertMerge(tx, {
      workspaceId,
      id,
      keptId,
      absorbedId: otherId,
      identityIds,
      reason,
      personId,
      at: now,
      undoneAt: null,
      undoneBy: null,
    });
    await updateContact(tx, workspaceId, otherId, { mergedInto: keptId, updatedAt: now });
    await updateContact(tx, workspaceId, keptId, {
      ...gathered(kept, other),
      ...strongerConsent(kept, other),
      updatedAt: now,
    });
    await settle(tx, workspaceId, keptId, otherId);
    const details = { otherId, accounts: identityIds.length };
    await audit(tx, actor, { action: 'contact.merged', subjectKind: 'contact', subjectId: keptId, details });
    await tellContacts(tx, workspaceId, [keptId, otherId]);
    return ok(id);
  });

/** What only the other had is kept. */
const gathered = (
  kept: Record<'company' | 'role' | 'place' | 'note', string | null> & {
    readonly tags: readonly string[];
    readonly knownBy: readonly string[];
  },
  other: typeof kept,
) => ({
  company: kept.company ?? other.company,
  role: kept.role ?? other.role,
  place: kept.place ?? other.place,
  note: kept.note ?? other.note,
  tags: [...new Set([...kept.tags, ...other.tags])],
  knownBy: [...new Set([...kept.knownBy, ...other.knownBy])],
});

/** Brings both back: the accounts that had come go back to the other. */
export const undoMerge = (platform: Ground, actor: Member, id: string): Promise<Result<null, MergeFailure>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.manage')) return err({ kind: 'not-allowed' });
    const { workspaceId, personId } = actor;
    const now = platform.clock.now();
    await holdPeople(tx, workspaceId, 'alone');
    const merge = await readMerge(tx, workspaceId, id);
    if (!merge) return err({ kind: 'not-found' });
    if (merge.undoneAt) return err({ kind: 'undone-already' });
    if (await isAbsorbedSince(tx, merge)) return err({ kind: 'merged-since' });
    const { keptId, absorbedId, identityIds } = merge;
    await moveAccounts(tx, workspaceId, keptId, absorbedId, identityIds);
    await updateContact(tx, workspaceId, absorbedId, { mergedInto: null, updatedAt: now });
    await markUndone(tx, workspaceId, id, { undoneAt: now, undoneBy: personId });
    await settle(tx, workspaceId, keptId, absorbedId);
    const details = { otherId: absorbedId };
    await audit(tx, actor, {
      action: 'contact.merge-undone',
      subjectKind: 'contact',
      subjectId: keptId,
      details,
    });
    await tellContacts(tx, workspaceId, [keptId, absorbedId]);
    return ok(null);
  });

/** Says that two are not the same person: not proposed again. */
export const dismissSuggestion = (
  platform: Ground,
  actor: Member,
  pair: { readonly a: string; readonly b: string },
): Promise<Result<null, MergeFailure>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.manage')) return err({ kind: 'not-allowed' });
    const { workspaceId, personId } = actor;
    const [a = '', b = ''] = [pair.a, pair.b].sort();
    for (const id of [a, b]) if (!(await readContact(tx, workspaceId, id))) return err({ kind: 'not-found' });
    await dismiss(tx, { workspaceId, a, b, personId, at: platform.clock.now() });
    const details = { otherId: b };
    await audit(tx, actor, { action: 'contact.told-apart', subjectKind: 'contact', subjectId: a, details });
    await tellContacts(tx, workspaceId, [a, b]);
    return ok(null);
  });

type Tx = Parameters<typeof recomputeSummaries>[0];

/** Scores and ties of both are the batch's to make again; figures and search are ours. */
const settle = async (tx: Tx, workspaceId: string, one: string, other: string): Promise<void> => {
  const objected = (await readContact(tx, workspaceId, one))?.consent === 'objected';
  await forgetScores(tx, workspaceId, objected ? [one, other] : [other]);
  await recomputeSummaries(tx, workspaceId, [one, other]);
  await refreshSearched(tx, workspaceId, [one, other]);
  await noteChanges(tx, workspaceId, 1);
};
