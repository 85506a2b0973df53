import { gravityOf } from '../model/case.ts';
import type { KeptCase } from '../store/cases.ts';

type Names = {
  readonly names: ReadonlyMap<string, string>;
  readonly causes: ReadonlyMap<string, string>;
  readonly now: Date;
};

/** A case as lists show it. */
export const summaryOf = (one: KeptCase, { names, causes, now }: Names) => ({
  id: one.id,
  number: one.number,
  version: one.version,
  state: one.state,
  openedBy: one.openedBy,
  channel: one.channel,
  gravity: gravityOf(one),
  reportedAt: one.reportedAt.toISOString(),
  firstAnswerAt: one.firstAnswerAt?.toISOString() ?? null,
  endedAt: one.endedAt?.toISOString() ?? null,
  dueAt: one.dueAt?.toISOString() ?? null,
  isOverdue: one.endedAt === null && one.dueAt !== null && one.dueAt < now,
  ownerId: one.ownerId,
  ownerName: (one.ownerId && names.get(one.ownerId)) || null,
  causeId: one.causeId,
  causeName: (one.causeId && causes.get(one.causeId)) || null,
  product: one.product,
  mentions: one.mentions,
  people: one.people,
});
