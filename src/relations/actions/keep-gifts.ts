import type { Words } from '../../channels/index.ts';
import { audit, findWorkspace, type Member, may } from '../../people/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { disclosureFor, type GiftKind, warningFor } from '../model/disclosure.ts';
import { readContact } from '../store/contact-rows.ts';
import { deleteGift, type GiftRow, insertGift } from '../store/gift-rows.ts';
import type { ContactFailure } from './change-contact.ts';
import { tellContacts } from './tell-contacts.ts';

export type NewGift = {
  readonly kind: GiftKind;
  readonly what: string;
  /** Euro cents. */
  readonly valueCents?: number | undefined;
  readonly at: Date;
};

export type GiftView = {
  readonly id: string;
  readonly kind: GiftKind;
  readonly what: string;
  readonly valueCents: number | null;
  readonly at: string;
  /** What we have to tell the person, with the words that they must use. */
  readonly disclosure: Words;
  readonly label: Words;
  readonly tags: readonly string[];
  readonly warning: Words | null;
};

type Ground = Pick<Platform, 'database' | 'clock'>;

/** Enters what was given into the ledger, with the disclosure that it forces by today's rules. */
export const addGift = (
  platform: Ground,
  actor: Member,
  contactId: string,
  { kind, what, valueCents, at }: NewGift,
): Promise<Result<GiftView, ContactFailure>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.manage')) return err({ kind: 'not-allowed' });
    const { workspaceId, personId } = actor;
    const contact = await readContact(tx, workspaceId, contactId);
    if (!contact || contact.mergedInto) return err({ kind: 'not-found' });
    const workspace = await findWorkspace(tx, workspaceId);
    const disclosure = disclosureFor(kind, workspace?.name ?? '');
    const given = { workspaceId, id: newId(), contactId, kind, what, at, personId, disclosure };
    const row: GiftRow = { ...given, valueCents: valueCents ?? null, programme: null };
    await insertGift(tx, row);
    const details = { kind, valueCents: row.valueCents };
    await audit(tx, actor, { action: 'gift.added', subjectKind: 'gift', subjectId: row.id, details });
    await tellContacts(tx, workspaceId, [contactId]);
    return ok(viewGift(row));
  });

/** Takes an entry of the ledger back, when it was entered by mistake. */
export const removeGift = (
  platform: Ground,
  actor: Member,
  id: string,
): Promise<Result<null, ContactFailure>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.manage')) return err({ kind: 'not-allowed' });
    const row = await deleteGift(tx, actor.workspaceId, id);
    if (!row) return err({ kind: 'not-found' });
    const details = { kind: row.kind, valueCents: row.valueCents };
    await audit(tx, actor, { action: 'gift.removed', subjectKind: 'gift', subjectId: id, details });
    if (row.contactId) await tellContacts(tx, actor.workspaceId, [row.contactId]);
    return ok(null);
  });

export const viewGift = ({ id, kind, what, valueCents, at, disclosure }: GiftRow): GiftView => ({
  id,
  kind,
  what,
  valueCents,
  at: at.toISOString(),
  disclosure: disclosure.tell,
  label: disclosure.label,
  tags: disclosure.tags,
  warning: warningFor(kind),
});
