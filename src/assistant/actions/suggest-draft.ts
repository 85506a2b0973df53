import { type MentionView, readMentions } from '../../listening/index.ts';
import { findWorkspace, type Member, may, personNames } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { type MentionId, newId, type ThreadId, type WorkspaceId } from '../../platform/ids.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { maskConversation, type Turn } from '../model/masked-conversation.ts';
import type { AskProblem } from '../model/model-problem.ts';
import { draftQuestion } from '../model/prompts.ts';
import { insertDraftMark, readDraftMarks } from '../store/drafts.ts';
import { ask } from './ask.ts';
import type { Assistant } from './assistant.ts';

/** The latest mentions of a thread, oldest first; none when there is no such thread. The conversations' room tells. */
export type ThreadTurns = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
) => Promise<readonly MentionId[]>;

/** `masked`: data that did not leave the house. `cost`: millionths of a euro. */
export type SuggestedDraft = {
  readonly id: string;
  readonly text: string;
  readonly byAi: true;
  readonly model: string;
  readonly masked: number;
  readonly cost: number;
};

export type SuggestProblem =
  | AskProblem
  | { readonly kind: 'not-allowed' | 'not-found' | 'nothing-to-answer' };

/**
 * Proposes an answer to a mention of a thread (the latest of theirs when none is named). It is a text for a person to change,
 * sign and send; that it came from a machine is kept with what it answers.
 */
export const suggestDraft = async (
  assistant: Assistant,
  turnsOf: ThreadTurns,
  actor: Member,
  threadId: ThreadId,
  mentionId?: MentionId,
): Promise<Result<SuggestedDraft, SuggestProblem>> => {
  if (!may(actor, 'replies.send')) return err({ kind: 'not-allowed' });
  const { workspaceId, personId } = actor;
  const { workspace, mentions } = await assistant.database.inWorkspace(workspaceId, async (tx) => ({
    workspace: await findWorkspace(tx, workspaceId),
    mentions: await readMentions(tx, workspaceId, await turnsOf(tx, workspaceId, threadId)),
  }));
  if (!workspace || mentions.length === 0) return err({ kind: 'not-found' });
  const answered = mentions.findLastIndex((each) => isTheirs(each) && (!mentionId || each.id === mentionId));
  const target = mentions[answered];
  if (!target) return err({ kind: mentionId ? 'not-found' : 'nothing-to-answer' });
  const masked = maskConversation(mentions.slice(0, answered + 1).flatMap(turnOf));
  const register = workspace.register === 'same' ? null : workspace.register;
  const question = draftQuestion({ company: workspace.name, register }, masked.text);
  const answer = await ask(assistant, workspaceId, 'draft', question, masked.restore);
  if (!answer.ok) return answer;
  const { value: text, model, cost } = answer.value;
  const id = newId();
  const mark = { workspaceId, threadId, id, mentionId: target.id, personId, model };
  await assistant.database.inWorkspace(workspaceId, (tx) =>
    insertDraftMark(tx, { ...mark, createdAt: assistant.clock.now() }),
  );
  return ok({ id, text, byAi: true, model, masked: masked.masked, cost });
};

export type DraftMarkView = {
  readonly id: string;
  readonly mentionId: string;
  readonly personName: string;
  readonly model: string;
  readonly createdAt: string;
};

/** Which drafts of answers to what stands in a thread a machine proposed, for whom and when; the latest first. */
export const listDraftMarks = (
  assistant: Pick<Assistant, 'database'>,
  turnsOf: ThreadTurns,
  actor: Member,
  threadId: ThreadId,
): Promise<Result<readonly DraftMarkView[], { readonly kind: 'not-allowed' | 'not-found' }>> =>
  assistant.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'threads.read')) return err({ kind: 'not-allowed' });
    const turns = await turnsOf(tx, actor.workspaceId, threadId);
    if (turns.length === 0) return err({ kind: 'not-found' });
    const marks = await readDraftMarks(tx, actor.workspaceId, turns);
    const people = marks.map(({ personId }) => personId);
    const names = await personNames(tx, actor.workspaceId, people);
    return ok(
      marks.map(({ id, mentionId, personId, model, createdAt }) => ({
        id,
        mentionId,
        personName: names.get(personId) ?? '',
        model,
        createdAt: createdAt.toISOString(),
      })),
    );
  });

const isTheirs = ({ ours, removedAt, title, body }: MentionView): boolean =>
  !ours && removedAt === null && (body.trim() !== '' || title !== null);

const turnOf = ({ ours, removedAt, author, title, body }: MentionView): readonly Turn[] =>
  removedAt === null
    ? [{ ours, name: author.name ?? author.handle, words: [title, body].filter(Boolean).join('\n') }]
    : [];
