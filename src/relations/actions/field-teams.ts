import { audit, type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { newId, type WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChosenTeam } from '../model/field/chosen-team.ts';
import { findField } from '../store/field-rows.ts';
import {
  deleteTeam,
  type FieldTeamRow,
  findProposal,
  insertTeam,
  selectTeams,
} from '../store/field-team-rows.ts';
import { namesOf } from '../store/map-reads.ts';
import { tellField } from './change-fields.ts';
import { type PersonName, peopleOf } from './field-view.ts';

type KeptMember = ChosenTeam['members'][number];

export type TeamView = Omit<ChosenTeam, 'members'> & {
  readonly id: string;
  readonly name: string | null;
  readonly at: string;
  readonly hours: number;
  readonly pins: readonly string[];
  readonly exclusions: readonly PersonName[];
  readonly members: readonly (Pick<KeptMember, 'gain' | 'hours' | 'reasons'> & {
    readonly contact: PersonName;
    readonly pinned: boolean;
    readonly substitute: { readonly contact: PersonName; readonly lossPercent: number } | null;
  })[];
};

type Ground = Pick<Platform, 'database' | 'clock'>;
type Failure = { readonly kind: 'not-allowed' | 'not-found' | 'no-proposal' };

/** What was chosen last for a field; null before the first choice. */
export const readProposal = (
  platform: Pick<Platform, 'database'>,
  actor: Member,
  fieldId: string,
): Promise<Result<TeamView | null, Failure>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.read')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    if (!(await findField(tx, workspaceId, fieldId))) return err({ kind: 'not-found' });
    const row = await findProposal(tx, workspaceId, fieldId);
    const [view] = await viewTeams(tx, workspaceId, row ? [row] : []);
    return ok(view ?? null);
  });

/** The teams that somebody kept, the latest first. */
export const listTeams = (
  platform: Pick<Platform, 'database'>,
  actor: Member,
  fieldId: string,
): Promise<Result<readonly TeamView[], Failure>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.read')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    if (!(await findField(tx, workspaceId, fieldId))) return err({ kind: 'not-found' });
    return ok(await viewTeams(tx, workspaceId, await selectTeams(tx, workspaceId, fieldId)));
  });

/** Keeps the proposal under a name. */
export const saveTeam = (
  platform: Ground,
  actor: Member,
  fieldId: string,
  name: string,
): Promise<Result<TeamView, Failure>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.manage')) return err({ kind: 'not-allowed' });
    const { workspaceId, personId } = actor;
    if (!(await findField(tx, workspaceId, fieldId))) return err({ kind: 'not-found' });
    const proposal = await findProposal(tx, workspaceId, fieldId);
    if (!proposal) return err({ kind: 'no-proposal' });
    const row = { ...proposal, id: newId(), name, savedBy: personId, at: platform.clock.now() };
    await insertTeam(tx, row);
    await audit(tx, actor, {
      action: 'team.saved',
      subjectKind: 'field',
      subjectId: fieldId,
      details: { name },
    });
    await tellField(tx, workspaceId, fieldId, null);
    const [view] = await viewTeams(tx, workspaceId, [row]);
    return view ? ok(view) : err({ kind: 'no-proposal' });
  });

export const removeTeam = (platform: Ground, actor: Member, id: string): Promise<Result<null, Failure>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.manage')) return err({ kind: 'not-allowed' });
    const row = await deleteTeam(tx, actor.workspaceId, id);
    if (!row) return err({ kind: 'not-found' });
    await audit(tx, actor, { action: 'team.removed', subjectKind: 'field', subjectId: row.fieldId });
    await tellField(tx, actor.workspaceId, row.fieldId, null);
    return ok(null);
  });

/** With the names of today: who is gone since, or against it, is in no team any more. */
const viewTeams = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  rows: readonly FieldTeamRow[],
): Promise<readonly TeamView[]> => {
  const names = await namesOf(tx, workspaceId, [...new Set(rows.flatMap(peopleIn))]);
  return rows.map(({ id, name, at, hours, pins, exclusions, team: { members, ...team } }) => ({
    ...team,
    id,
    name,
    at: at.toISOString(),
    hours,
    pins: pins.filter((pin) => names.has(pin)),
    exclusions: peopleOf(names, exclusions),
    members: members.flatMap((member) => {
      const [contact] = peopleOf(names, [member.contactId]);
      return contact ? [memberView(names, contact, member)] : [];
    }),
  }));
};

const memberView = (
  names: ReadonlyMap<string, string>,
  contact: PersonName,
  { gain, hours, isPinned, reasons, substitute }: KeptMember,
): TeamView['members'][number] => {
  const [instead] = peopleOf(names, substitute ? [substitute.contactId] : []);
  return {
    contact,
    gain,
    hours,
    pinned: isPinned,
    reasons,
    substitute: instead && substitute ? { contact: instead, lossPercent: substitute.lossPercent } : null,
  };
};

const peopleIn = ({ team, exclusions, pins }: FieldTeamRow): readonly string[] => [
  ...team.members.flatMap(({ contactId, substitute }) =>
    substitute ? [contactId, substitute.contactId] : [contactId],
  ),
  ...exclusions,
  ...pins,
];
