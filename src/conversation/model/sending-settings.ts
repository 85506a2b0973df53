import type { CheckSettings } from '../../language/index.ts';
import type { ApprovalRule } from './approval-rules.ts';

/** What a company has to say about whatever leaves: whose answers wait, how long at most, what is looked at. */
export type SendingSettings = CheckSettings & {
  readonly rules: readonly ApprovalRule[];
  /** Minutes. */
  readonly decideWithin: number;
  readonly version: number;
};

/** Without a choice of its own: trainees' answers wait (they may not send), and for an hour. */
export const usualSending: SendingSettings = {
  rules: [],
  decideWithin: 60,
  levels: {},
  forbiddenWords: [],
  ownContacts: [],
  version: 0,
};
