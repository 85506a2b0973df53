import { type Member, may } from '../../people/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ContactRow } from '../model/contact-view.ts';
import { writePlace } from '../model/list-place.ts';
import { type ContactFilter, countContacts, listContacts as selectContacts } from '../store/contact-list.ts';

export type ContactPageOf = {
  readonly contacts: readonly ContactRow[];
  readonly next: string | null;
  /** How many there are in all; only with the first page. */
  readonly count?: number;
};

/** A page of the people that we know, whoever was heard last first. */
export const listContacts = (
  platform: Pick<Platform, 'database' | 'clock'>,
  actor: Member,
  filter: ContactFilter,
): Promise<Result<ContactPageOf, { readonly kind: 'not-allowed' }>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.read')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const now = platform.clock.now();
    const found = await selectContacts(tx, workspaceId, { ...filter, limit: filter.limit + 1 }, now);
    const contacts = found.slice(0, filter.limit);
    const last = found.length > filter.limit ? contacts.at(-1) : undefined;
    return ok({
      contacts,
      next: last ? writePlace({ at: new Date(last.lastAt), key: last.id }) : null,
      ...(filter.before ? {} : { count: await countContacts(tx, workspaceId, filter, now) }),
    });
  });
