import { readWorkingTime } from '../../conversation/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { gravityOf } from '../model/case.ts';
import { lastReopened } from '../store/case-deadlines.ts';
import type { KeptCase } from '../store/cases.ts';
import type { CareSettings } from '../store/settings.ts';
import type { Happening } from './happen.ts';

type Promised = Pick<CareSettings, 'solveWithin'>;

/** By when it is to be solved, by the company's own calendar: working days from when it was reported, or last came back. */
export const dueOf = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  one: KeptCase,
  { solveWithin }: Promised,
): Promise<Date> => {
  const from = one.reopened > 0 ? await lastReopened(tx, workspaceId, one.id) : undefined;
  return (await readWorkingTime(tx, workspaceId)).addDays(
    from ?? one.reportedAt,
    solveWithin[gravityOf(one)],
  );
};

/** A deadline that nobody chose: it follows the calendar and what is promised. */
export const reckoned = (due: Date): Happening => ({
  event: { kind: 'deadline-set', dueAt: due.toISOString(), reckoned: true },
});

/** The deadline as it is reckoned now, as events: none when it is that already. */
export const renewDue = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  one: KeptCase,
  settings: Promised,
): Promise<readonly Happening[]> => {
  const due = await dueOf(tx, workspaceId, one, settings);
  return due.getTime() === one.dueAt?.getTime() ? [] : [reckoned(due)];
};
