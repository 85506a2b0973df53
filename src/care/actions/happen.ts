import type { Transaction } from '../../platform/db/database.ts';
import { appendEvents } from '../../platform/events/append-events.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { evolve } from '../model/case.ts';
import type { CaseEvent, Recorded } from '../model/case-event.ts';
import { insertEvents, type KeptCase, writeCase } from '../store/cases.ts';
import { tellRegister } from '../store/register.ts';

/** Who does something in this room, and when: a person of ours, or the product itself (`personId` null). */
export type Doing = {
  readonly workspaceId: WorkspaceId;
  readonly personId: string | null;
  readonly now: Date;
};

export type Happening = { readonly event: CaseEvent; readonly at?: Date };

/** Writes down what happened in a case, and what it is now. The case must be held. */
export const happen = async (
  tx: Transaction,
  { workspaceId, personId, now }: Doing,
  before: KeptCase,
  happenings: readonly Happening[],
): Promise<KeptCase> => {
  let one: KeptCase = before;
  const recorded: Recorded[] = [];
  for (const { event, at } of happenings) {
    const next = { version: one.version + 1, at: at ?? now, event };
    recorded.push(next);
    one = { ...one, ...evolve(one, next) };
  }
  await insertEvents(tx, workspaceId, one.id, recorded, { personId, now });
  await writeCase(tx, workspaceId, one);
  return one;
};

/** Tells the rooms above, the register and the open screens of cases that changed: last thing in the transaction. */
export const tellOfCases = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  changed: readonly KeptCase[],
): Promise<void> => {
  if (changed.length === 0) return;
  const told = changed.map(({ id, state, version }) => ({ caseId: id, state, version }));
  await appendEvents(tx, workspaceId, [{ kind: 'cases.changed', payload: { cases: told } }]);
  await tellRegister(tx, workspaceId);
  const caseIds = changed.slice(0, 50).map(({ id }) => id);
  await appendLive(tx, workspaceId, [{ kind: 'case.changed', payload: { caseIds } }]);
};
