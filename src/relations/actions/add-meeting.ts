import { audit, type Member, may, personNames } from '../../people/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { kindValues } from '../model/interactions/kinds.ts';
import { sourceKeys } from '../model/interactions/source-key.ts';
import { sumChanges } from '../model/interactions/sum-changes.ts';
import { noteMeetings } from '../store/birthdays.ts';
import { oneAccountEach } from '../store/hand-accounts.ts';
import { deleteByHand } from '../store/hand-interactions.ts';
import { holdPeople } from '../store/hold-people.ts';
import { type NewInteraction, writeInteractions } from '../store/interaction-rows.ts';
import { addToSummaries, contactsOf, noteChanges, recomputeSummaries } from '../store/summaries.ts';
import { tellContacts } from './tell-contacts.ts';

export type NewMeeting = {
  readonly at: Date;
  readonly note: string;
  readonly place?: string | undefined;
  /** Who of us was there; whoever writes it down, unless told. */
  readonly personId?: string | undefined;
  /** Others who were there: they met one another too. */
  readonly withContactIds?: readonly string[] | undefined;
};

export type MeetingFailure = { readonly kind: 'not-allowed' | 'not-found' | 'in-the-future' };
type Ground = Pick<Platform, 'database' | 'clock'>;

/** Keeps that we met: an interaction each way between us and each of them, and between those who were there. */
export const addMeeting = (
  platform: Ground,
  actor: Member,
  contactId: string,
  meeting: NewMeeting,
): Promise<Result<string, MeetingFailure>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.manage')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const now = platform.clock.now();
    if (meeting.at.getTime() > now.getTime() + A_DAY) return err({ kind: 'in-the-future' });
    await holdPeople(tx, workspaceId, 'shared');
    const contactIds = [...new Set([contactId, ...(meeting.withContactIds ?? [])])];
    const accounts = await oneAccountEach(tx, workspaceId, contactIds, now);
    const personId = meeting.personId ?? actor.personId;
    const known = await personNames(tx, workspaceId, [personId]);
    if (accounts.size !== contactIds.length || !known.has(personId)) return err({ kind: 'not-found' });
    const id = newId();
    const rows = edgesAmong(id, [null, ...accounts.values()], { ...meeting, personId });
    const written = await writeInteractions(tx, workspaceId, rows);
    const contactOf = new Map([...accounts].map(([contact, identity]) => [identity, contact]));
    await addToSummaries(tx, workspaceId, sumChanges([], written, contactOf));
    await noteChanges(tx, workspaceId, written.length);
    const at = meeting.at.toISOString();
    await noteMeetings(
      tx,
      workspaceId,
      contactIds.map((met) => ({ contactId: met, at })),
    );
    const details = { people: contactIds.length };
    await audit(tx, actor, {
      action: 'meeting.added',
      subjectKind: 'contact',
      subjectId: contactId,
      details,
    });
    await tellContacts(tx, workspaceId, contactIds);
    return ok(id);
  });

const A_DAY = 86_400_000;

/** Each pair both ways: a meeting is mutual. Null is us. */
const edgesAmong = (
  id: string,
  ends: readonly (string | null)[],
  { at, note, place, personId }: NewMeeting,
): readonly NewInteraction[] =>
  ends.flatMap((fromIdentity, from) =>
    ends.flatMap((toIdentity, to) =>
      from === to
        ? []
        : [
            {
              sourceKey: `${sourceKeys.byHand(id)}:${from}:${to}`,
              at: at.toISOString(),
              channel: 'by-hand',
              kind: 'meeting',
              fromIdentity,
              toIdentity,
              personId: fromIdentity === null || toIdentity === null ? (personId ?? null) : null,
              value: kindValues.meeting,
              note: [place, note].filter((part) => part).join(': '),
            },
          ],
    ),
  );

/** Takes back what was entered by hand; what came in by a channel is only taken back there. */
export const removeMeeting = (
  platform: Ground,
  actor: Member,
  id: string,
): Promise<Result<null, MeetingFailure>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.manage')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    await holdPeople(tx, workspaceId, 'shared');
    const ends = await deleteByHand(tx, workspaceId, id);
    if (ends.length === 0) return err({ kind: 'not-found' });
    const contactIds = await contactsOf(tx, workspaceId, ends);
    await recomputeSummaries(tx, workspaceId, contactIds);
    await noteChanges(tx, workspaceId, ends.length);
    await audit(tx, actor, { action: 'meeting.removed', subjectKind: 'interaction', subjectId: id });
    await tellContacts(tx, workspaceId, contactIds);
    return ok(null);
  });
