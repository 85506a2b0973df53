import { audit, type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Stage } from '../model/contact-view.ts';
import type { Consent } from '../model/daily/candidate.ts';
import { type ContactRecord, insertContact, readContact, updateContact } from '../store/contact-rows.ts';
import { forgetScores } from '../store/forget.ts';
import { holdPeople } from '../store/hold-people.ts';
import { RECORD_CONTACT_JOB } from './record-contact.ts';
import { tellContacts } from './tell-contacts.ts';

/** What a person may say of somebody; undefined is left as it is. */
export type ContactChange = {
  readonly name?: string | undefined;
  readonly company?: string | null | undefined;
  readonly role?: string | null | undefined;
  readonly place?: string | null | undefined;
  readonly note?: string | null | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly consent?: Consent | undefined;
  readonly consentNote?: string | null | undefined;
  readonly stage?: Stage | undefined;
  readonly knownBy?: readonly string[] | undefined;
};

export type ContactFailure = { readonly kind: 'not-allowed' | 'not-found' };
type Ground = Pick<Platform, 'database' | 'clock' | 'jobs'>;

/** Enters somebody by hand, whom no channel has told of. */
export const createContact = (
  platform: Ground,
  actor: Member,
  { name, ...change }: ContactChange & { readonly name: string },
): Promise<Result<string, ContactFailure>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.manage')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const now = platform.clock.now();
    const id = newId();
    const dates = { lastAt: now, stageAt: now, createdAt: now, updatedAt: now };
    const given = columnsOf(change, now);
    await insertContact(tx, { workspaceId, id, name, byHand: 'person', ...dates, ...given });
    await note(tx, actor, 'contact.created', id, {});
    return ok(id);
  });

/** Keeps what a person says of somebody. Whoever objects is out of every score and list from this commit on. */
export const changeContact = (
  platform: Ground,
  actor: Member,
  id: string,
  change: ContactChange,
): Promise<Result<null, ContactFailure>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.manage')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    if (change.consent) await holdPeople(tx, workspaceId, 'alone');
    const before = await readContact(tx, workspaceId, id, 'lock');
    if (!before || before.mergedInto) return err({ kind: 'not-found' });
    await updateContact(tx, workspaceId, id, columnsOf(change, platform.clock.now(), before));
    await followConsent(platform, tx, before, change.consent);
    const { consent, stage } = change;
    const changed = Object.keys(change).filter((name) => change[name as keyof ContactChange] !== undefined);
    await note(tx, actor, 'contact.changed', id, {
      changed,
      ...(consent ? { consent } : {}),
      ...(stage ? { stage } : {}),
    });
    return ok(null);
  });

const columnsOf = ({ consent, stage, ...rest }: ContactChange, now: Date, before?: ContactRecord) => ({
  ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
  ...(consent && consent !== before?.consent ? { consent, consentAt: now } : {}),
  ...(stage && stage !== before?.stage ? { stage, stageAt: now } : {}),
  updatedAt: now,
});

/** Scores go with an objection; taken back, what was said meanwhile is recorded. */
const followConsent = async (
  platform: Ground,
  tx: Transaction,
  { workspaceId, id, consent: before }: ContactRecord,
  consent: Consent | undefined,
): Promise<void> => {
  if (consent === undefined || consent === before) return;
  if (consent === 'objected') await forgetScores(tx, workspaceId, [id]);
  if (before === 'objected') await platform.jobs.send(tx, RECORD_CONTACT_JOB, { workspaceId, contactId: id });
};

const note = async (
  tx: Transaction,
  actor: Member,
  action: string,
  id: string,
  details: Readonly<Record<string, unknown>>,
): Promise<void> => {
  await audit(tx, actor, { action, subjectKind: 'contact', subjectId: id, details });
  await tellContacts(tx, actor.workspaceId, [id]);
};
