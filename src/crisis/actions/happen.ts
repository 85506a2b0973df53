import { type Actor, audit } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import type { LogKind } from '../model/log.ts';
import { insertLog } from '../store/crisis-parts.ts';

/** What the log of changes keeps of a crisis. */
type Audited =
  | 'crisis.declared'
  | 'crisis.dismissed'
  | 'crisis.closed'
  | 'crisis.reopened'
  | 'crisis.line-agreed'
  | 'crisis.team-changed'
  | 'crisis.status-published'
  | 'crisis.status-shown'
  | 'crisis.status-hidden'
  | 'crisis.reviewed';

type Happened = {
  readonly crisisId: string;
  readonly kind: LogKind;
  readonly body?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  /** Only what changes the company is audited too; words stay in the room. */
  readonly audited?: Audited;
};

/** Writes down what happened in the log of a crisis, for good, and tells the open screens. The last thing of its transaction. */
export const happen = async (
  tx: Transaction,
  actor: Actor,
  now: Date,
  { crisisId, kind, body = '', details = {}, audited }: Happened,
): Promise<void> => {
  const { workspaceId } = actor;
  const personId = actor.kind === 'member' ? actor.personId : null;
  await insertLog(tx, { workspaceId, id: newId(), crisisId, kind, personId, body, details, createdAt: now });
  if (audited) await audit(tx, actor, { action: audited, subjectKind: 'crisis', subjectId: crisisId });
  await appendLive(tx, workspaceId, [{ kind: 'crisis.changed', payload: { crisisId, what: kind } }]);
};
