import type { Transaction } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Actor } from '../model/actor.ts';
import { insertAuditEntry } from '../store/audit-entries.ts';

export type AuditFacts = {
  /** A noun and what happened to it, such as `connection.added`. */
  readonly action: string;
  /** Such as `connection`. */
  readonly subjectKind: string;
  readonly subjectId?: string;
  /** What changed. Never message texts, never secrets. */
  readonly details?: Readonly<Record<string, unknown>>;
};

/** Writes down who changed what. Call it in the transaction of the change, so that neither can be without the other. */
export const audit = (tx: Transaction, actor: Actor, facts: AuditFacts): Promise<void> =>
  insertAuditEntry(tx, {
    workspaceId: actor.workspaceId,
    id: newId(),
    personId: actor.kind === 'member' ? actor.personId : null,
    action: facts.action,
    subjectKind: facts.subjectKind,
    subjectId: facts.subjectId ?? null,
    details: { ...facts.details, ...keyOf(actor) },
  });

/** A program that acted for somebody is told apart from themselves. */
const keyOf = (actor: Actor): Readonly<Record<string, unknown>> =>
  actor.kind === 'member' && actor.key ? { byKey: { id: actor.key.id, name: actor.key.name } } : {};
