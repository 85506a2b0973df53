import type { Transaction } from '../../platform/db/database.ts';
import { decide } from '../model/decide.ts';
import { insertText } from '../store/case-texts.ts';
import { lockCase } from '../store/cases.ts';
import { holdSettings } from '../store/settings.ts';
import { renewDue } from './due.ts';
import { type Doing, happen, tellOfCases } from './happen.ts';

/** What the person of a case said when they were asked whether it is solved. */
export type Outcome = {
  readonly isSolved: boolean;
  /** Their words, where they came as a mention. */
  readonly mentionId: string | null;
  /** What is written in the history where there is no mention. */
  readonly note: string;
};

/** A solved case is confirmed by whom it is of, or comes back; false when from where it stands neither can be. */
export const hearOutcome = async (
  tx: Transaction,
  doing: Doing,
  caseId: string,
  { isSolved, mentionId, note }: Outcome,
): Promise<boolean> => {
  const { workspaceId, now } = doing;
  const settings = await holdSettings(tx, workspaceId);
  const one = await lockCase(tx, workspaceId, caseId);
  if (!one) return false;
  const decided = isSolved
    ? decide(one, { step: 'confirm', mentionId })
    : decide(one, {
        step: 'reopen',
        mentionId,
        textId: await insertText(tx, workspaceId, caseId, note, now),
      });
  if (!decided.ok) return false;
  const after = await happen(
    tx,
    doing,
    one,
    decided.value.map((event) => ({ event })),
  );
  const due = isSolved ? [] : await renewDue(tx, workspaceId, after, settings);
  await tellOfCases(tx, workspaceId, [await happen(tx, doing, after, due)]);
  return true;
};
