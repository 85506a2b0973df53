import { type Member, may } from '../../people/index.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Desk } from '../model/correspondent.ts';
import { readMailsMentions, saveMailsMentions } from '../store/note-mention-rows.ts';

export type DeskPreference = { readonly mailMentions: boolean };

/** How this person wants to be told; with a `wish`, from now on so. Each for themselves. */
export const keepPreference = (
  desk: Pick<Desk, 'database'>,
  { workspaceId, personId, ...actor }: Member,
  wish?: DeskPreference,
): Promise<Result<DeskPreference, { readonly kind: 'not-allowed' }>> =>
  desk.database.inWorkspace(workspaceId, async (tx) => {
    if (!may({ workspaceId, personId, ...actor }, 'threads.read')) return err({ kind: 'not-allowed' });
    if (wish) await saveMailsMentions(tx, workspaceId, personId, wish.mailMentions);
    return ok({ mailMentions: await readMailsMentions(tx, workspaceId, personId) });
  });
