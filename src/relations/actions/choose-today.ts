import { audit, findWorkspace, type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { dayIn } from '../model/day-in.ts';
import { readContact } from '../store/contact-rows.ts';
import { deleteChoice, readShown, saveChoice } from '../store/daily-history.ts';
import { tellContacts } from './tell-contacts.ts';

export type ChoiceFailure = { readonly kind: 'not-allowed' | 'not-found' | 'until-past' };
type Ground = Pick<Platform, 'database' | 'clock'>;

/** Done, later or never: what a person says of somebody on the list. */
export const chooseToday = (
  platform: Ground,
  actor: Member,
  contactId: string,
  { state, until }: { readonly state: 'done' | 'later' | 'never'; readonly until?: string | undefined },
): Promise<Result<null, ChoiceFailure>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.manage')) return err({ kind: 'not-allowed' });
    const { workspaceId, personId } = actor;
    const at = platform.clock.now();
    const workspace = await findWorkspace(tx, workspaceId);
    const day = dayIn(workspace?.timeZone ?? 'Europe/Rome', at);
    if (until !== undefined && until <= day) return err({ kind: 'until-past' });
    const contact = await readContact(tx, workspaceId, contactId, 'lock');
    if (!contact || contact.mergedInto) return err({ kind: 'not-found' });
    const reason = await reasonOf(tx, workspaceId, contactId, day);
    const wait = state === 'later' ? (until ?? null) : null;
    await saveChoice(tx, { workspaceId, day, contactId, reason, state, until: wait, personId, at });
    await audit(tx, actor, {
      action: 'daily.chosen',
      subjectKind: 'contact',
      subjectId: contactId,
      details: { state, ...(wait ? { until: wait } : {}) },
    });
    await tellContacts(tx, workspaceId, [contactId]);
    return ok(null);
  });

/** Why they were on the list; `asked` for somebody who was put off without having been on it. */
const reasonOf = async (
  tx: Transaction,
  workspaceId: string,
  contactId: string,
  day: string,
): Promise<string> =>
  (await readShown(tx, workspaceId, day)).find((entry) => entry.contactId === contactId)?.reason ?? 'asked';

/** Takes the latest word about somebody back. */
export const undoChoice = (
  platform: Ground,
  actor: Member,
  contactId: string,
): Promise<Result<null, ChoiceFailure>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.manage')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const state = await deleteChoice(tx, workspaceId, contactId);
    if (state === undefined) return err({ kind: 'not-found' });
    const subject = { subjectKind: 'contact', subjectId: contactId };
    await audit(tx, actor, { action: 'daily.choice-undone', ...subject, details: { state } });
    await tellContacts(tx, workspaceId, [contactId]);
    return ok(null);
  });
