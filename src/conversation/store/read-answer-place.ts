import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, ThreadId, WorkspaceId } from '../../platform/ids.ts';

type AnswerPlace = {
  readonly channel: string;
  readonly gravity: number | null;
  /** The teams of whoever answers, and the one that the conversation was given to. */
  readonly teamIds: readonly string[];
};

/** What rules of approval ask of a conversation and of who answers there. */
export const readAnswerPlace = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
  personId: PersonId,
): Promise<AnswerPlace | undefined> => {
  const { rows } = await tx.execute<AnswerPlace>(sql`
    select t.channel, t.gravity, array(
      select m.team_id::text from team_members m where m.workspace_id = t.workspace_id and m.person_id = ${personId}
      union select t.team_id::text where t.team_id is not null) as "teamIds"
    from threads t where t.workspace_id = ${workspaceId} and t.id = ${threadId}`);
  return rows[0];
};
