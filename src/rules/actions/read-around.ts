import { deskRulesOf, readTeams } from '../../conversation/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Around } from '../model/facts.ts';

const MINUTE_MS = 60_000;

/** The company's desk as rules see it now: read once a batch. */
export const readAround = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  answers: Around['answers'],
  now: Date,
): Promise<Around> => {
  const desk = await deskRulesOf(tx, workspaceId);
  const teams = new Map((await readTeams(tx, workspaceId)).map((team) => [team.id, team.memberIds]));
  const next = new Date(now.getTime() + MINUTE_MS);
  const isOpen = (teamId: string | null) => desk.timeOf(teamId).between(now, next) > 0;
  return {
    now,
    answers,
    isOpen,
    opensAt: (teamId) =>
      isOpen(teamId) ? null : new Date(desk.timeOf(teamId).add(now, 1).getTime() - MINUTE_MS),
    membersOf: (teamId) => teams.get(teamId) ?? [],
  };
};
