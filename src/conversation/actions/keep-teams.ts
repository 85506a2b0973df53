import { audit, listMembers, type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { newId, type PersonId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { DeskHours } from '../../platform/time/desk-hours.ts';
import type { Desk } from '../model/correspondent.ts';
import { deleteTeam, insertTeam, readTeams, type Team, updateTeam } from '../store/team-rows.ts';
import { resetDeadlines } from './set-deadlines.ts';

type TeamFailure = {
  readonly kind:
    | 'not-allowed'
    | 'not-found'
    | 'name-taken'
    | 'not-a-member'
    | 'too-many'
    | 'changed-meanwhile';
};

const MOST = 100;

export const listTeams = (
  desk: Pick<Desk, 'database'>,
  actor: Member,
): Promise<Result<readonly Team[], TeamFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) =>
    may(actor, 'threads.read') ? ok(await readTeams(tx, actor.workspaceId)) : err({ kind: 'not-allowed' }),
  );

export type TeamWish = {
  readonly name: string;
  readonly memberIds: readonly PersonId[];
  readonly hours?: DeskHours | null;
};

/** What somebody wants to change, as they saw it. */
export type Seen = { readonly id: string; readonly version: number };

/** Makes a team, or changes one if it is still as it was `seen`: its name, who belongs to it, when it is there. */
export const keepTeam = (
  desk: Pick<Desk, 'database' | 'clock'>,
  actor: Member,
  wish: TeamWish,
  seen?: Seen,
): Promise<Result<Team, TeamFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'desk.manage')) return err({ kind: 'not-allowed' });
    const teams = await readTeams(tx, actor.workspaceId);
    const id = seen?.id;
    const refused = await refuse(tx, actor, wish, teams, id);
    if (refused) return err(refused);
    const memberIds = [...new Set(wish.memberIds)].sort();
    const kept = { name: wish.name, memberIds, hours: wish.hours ?? null };
    const team = { ...kept, id: id ?? newId(), version: seen?.version ?? 1 };
    if (!seen) await insertTeam(tx, actor.workspaceId, team, desk.clock.now());
    else if (!(await updateTeam(tx, actor.workspaceId, team))) return err({ kind: 'changed-meanwhile' });
    if (seen) await resetDeadlines(desk, tx, actor.workspaceId);
    await tell(tx, actor, id ? 'desk-team.changed' : 'desk-team.added', team.id, { name: team.name });
    return ok(seen ? { ...team, version: team.version + 1 } : team);
  });

/** What it looked after stays with whoever has it in hand. */
export const removeTeam = (
  desk: Pick<Desk, 'database' | 'clock'>,
  actor: Member,
  id: string,
): Promise<Result<null, TeamFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'desk.manage')) return err({ kind: 'not-allowed' });
    if (!(await deleteTeam(tx, actor.workspaceId, id))) return err({ kind: 'not-found' });
    await resetDeadlines(desk, tx, actor.workspaceId);
    await tell(tx, actor, 'desk-team.removed', id);
    return ok(null);
  });

const refuse = async (
  tx: Transaction,
  actor: Member,
  { name, memberIds }: TeamWish,
  teams: readonly Team[],
  id: string | undefined,
): Promise<TeamFailure | undefined> => {
  if (id && !teams.some((team) => team.id === id)) return { kind: 'not-found' };
  if (!id && teams.length >= MOST) return { kind: 'too-many' };
  const others = teams.filter((team) => team.id !== id);
  if (others.some((team) => team.name.toLocaleLowerCase('it') === name.toLocaleLowerCase('it')))
    return { kind: 'name-taken' };
  const members = new Set((await listMembers(tx, actor.workspaceId)).map(({ personId }) => personId));
  return memberIds.every((personId) => members.has(personId)) ? undefined : { kind: 'not-a-member' };
};

const tell = async (
  tx: Transaction,
  actor: Member,
  action: string,
  subjectId: string,
  details?: Readonly<Record<string, unknown>>,
): Promise<void> => {
  await audit(tx, actor, { action, subjectKind: 'team', subjectId, ...(details ? { details } : {}) });
  await appendLive(tx, actor.workspaceId, [{ kind: 'desk.changed', payload: { what: 'teams' } }]);
};
