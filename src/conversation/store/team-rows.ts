import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, WorkspaceId } from '../../platform/ids.ts';
import type { DeskHours } from '../../platform/time/desk-hours.ts';
import { teamMembers, teams } from './teams.table.ts';

export type Team = {
  readonly id: string;
  readonly name: string;
  readonly memberIds: readonly PersonId[];
  /** When it is there; null: whenever the company is. */
  readonly hours: DeskHours | null;
  /** Counts every change; who changes it names the one that they saw. */
  readonly version: number;
};

/** The company's teams by name, each with those who are still members. */
export const readTeams = async (tx: Transaction, workspaceId: WorkspaceId): Promise<readonly Team[]> => {
  const { rows } = await tx.execute<{
    id: string;
    name: string;
    memberIds: string[];
    hours: DeskHours | null;
    version: number;
  }>(sql`
    select t.id, t.name, t.hours, t.version, array(
      select p.person_id::text from team_members p
      join memberships m on m.workspace_id = p.workspace_id and m.person_id = p.person_id and m.ended_at is null
      where p.workspace_id = t.workspace_id and p.team_id = t.id order by p.person_id
    ) as "memberIds"
    from teams t where t.workspace_id = ${workspaceId} order by lower(t.name), t.id`);
  return rows;
};

export const insertTeam = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  team: Team,
  createdAt: Date,
): Promise<void> => {
  await tx.insert(teams).values({ workspaceId, id: team.id, name: team.name, hours: team.hours, createdAt });
  await saveTeamMembers(tx, workspaceId, team);
};

/** Makes `version` one more. False when it is another by now. */
export const updateTeam = async (tx: Transaction, workspaceId: WorkspaceId, team: Team): Promise<boolean> => {
  const rows = await tx
    .update(teams)
    .set({ name: team.name, hours: team.hours, version: team.version + 1 })
    .where(and(eq(teams.workspaceId, workspaceId), eq(teams.id, team.id), eq(teams.version, team.version)))
    .returning({ id: teams.id });
  if (rows.length > 0) await saveTeamMembers(tx, workspaceId, team);
  return rows.length > 0;
};

const saveTeamMembers = async (tx: Transaction, workspaceId: WorkspaceId, team: Team): Promise<void> => {
  await tx
    .delete(teamMembers)
    .where(and(eq(teamMembers.workspaceId, workspaceId), eq(teamMembers.teamId, team.id)));
  if (team.memberIds.length === 0) return;
  await tx
    .insert(teamMembers)
    .values(team.memberIds.map((personId) => ({ workspaceId, teamId: team.id, personId })));
};

/** The team is no more; what it looked after is nobody's team's. False when there was none. */
export const deleteTeam = async (tx: Transaction, workspaceId: WorkspaceId, id: string): Promise<boolean> => {
  const rows = await tx
    .delete(teams)
    .where(and(eq(teams.workspaceId, workspaceId), eq(teams.id, id)))
    .returning({ id: teams.id });
  await tx
    .delete(teamMembers)
    .where(and(eq(teamMembers.workspaceId, workspaceId), eq(teamMembers.teamId, id)));
  await tx.execute(sql`
    update threads set team_id = null, version = version + 1
    where workspace_id = ${workspaceId} and team_id = ${id}`);
  return rows.length > 0;
};
