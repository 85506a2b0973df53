import { type Check, checkBeforeSending, whatStands } from '../../language/index.ts';
import { readMentions } from '../../listening/index.ts';
import { type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ApprovalReason } from '../model/approval-rules.ts';
import type { Desk } from '../model/correspondent.ts';
import type { SendingSettings } from '../model/sending-settings.ts';
import { readSendingSettings } from '../store/sending-settings-rows.ts';
import { lockThread } from '../store/thread-rows.ts';
import { readReasons } from './read-reasons.ts';

type Checked = {
  readonly mentionId: string;
  readonly body: string;
  readonly options: Readonly<Record<string, string>>;
  readonly media?: readonly unknown[];
};

/** What would be said against these words where they would be read. */
export const checkWording = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  { mentionId, body, options, media = [] }: Checked,
  settings?: SendingSettings,
): Promise<readonly Check[]> => {
  const [mention] = await readMentions(tx, workspaceId, [mentionId]);
  const isPublic = (options.visibility ?? mention?.visibility) !== 'direct';
  return checkBeforeSending(
    { text: body, isPublic, hasMedia: media.length > 0 },
    settings ?? (await readSendingSettings(tx, workspaceId)),
  );
};

export type CheckFailure = { readonly kind: 'checks'; readonly checks: readonly Check[] };

/** Why these words may not leave (yet): what nobody may override, else the warnings that nobody has read. Undefined when they may. */
export const whyNot = (checks: readonly Check[], accepted: readonly string[]): CheckFailure | undefined => {
  const { blocks, warnings } = whatStands(checks, accepted);
  const standing = blocks.length > 0 ? blocks : warnings;
  return standing.length > 0 ? { kind: 'checks', checks: standing } : undefined;
};

/** The warnings that were read and overridden, by what they are: for the log, which keeps no words. */
export const overridden = (checks: readonly Check[], accepted: readonly string[]): readonly string[] => [
  ...new Set(
    checks.flatMap(({ id, key, level }) => (level === 'warn' && accepted.includes(key) ? [id] : [])),
  ),
];

export type ReplyLook = { readonly checks: readonly Check[]; readonly waits: readonly ApprovalReason[] };

/** While somebody writes: what is looked at before it leaves, and whether it will wait for an approver. Nothing is kept. */
export const checkReply = (
  desk: Desk,
  actor: Member,
  threadId: ThreadId,
  text: Checked,
): Promise<Result<ReplyLook, { readonly kind: 'not-allowed' | 'not-found' }>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'drafts.write')) return err({ kind: 'not-allowed' });
    if (!(await lockThread(tx, actor.workspaceId, threadId, 'share'))) return err({ kind: 'not-found' });
    const settings = await readSendingSettings(tx, actor.workspaceId);
    const checks = await checkWording(tx, actor.workspaceId, text, settings);
    return ok({ checks, waits: await readReasons(desk, tx, actor, threadId, settings) });
  });
