import { z } from 'zod';
import { changeReadings, holdUncorrected, type ReadableText, readTexts } from '../../listening/index.ts';
import type { MentionId, WorkspaceId } from '../../platform/ids.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { maskConversation } from '../model/masked-conversation.ts';
import type { AskProblem } from '../model/model-problem.ts';
import { readingQuestion } from '../model/prompts.ts';
import { mergeProposal, type ProposedReading, parseProposal } from '../model/proposed-reading.ts';
import { REST_MS } from '../model/resting.ts';
import { type Proposal, readProposals, saveProposal } from '../store/proposals.ts';
import { ask } from './ask.ts';
import type { Assistant } from './assistant.ts';

export const READ_JOB = 'assistant.read';

/** Texts of one job, few, so that the slowest server lets it end well within the queue's own patience. */
const AT_ONCE = 4;
/** Older texts wait for nobody: asking about a whole history would only cost. Milliseconds. */
const RECENT_MS = 30 * 24 * 3_600_000;
/** How often what could not be asked is put off. */
const MOST_DELAYS = 6;

const DataSchema = z.object({
  workspaceId: z.uuid(),
  mentionIds: z.array(z.uuid()),
  /** False: only what was proposed before is put back. */
  mayAsk: z.boolean(),
  delays: z.number().int().default(0),
});
type Data = z.infer<typeof DataSchema>;

export const readUncertainJob = (assistant: Assistant): JobDefinition => ({
  name: READ_JOB,
  concurrency: 1,
  handle: (data) => readUncertain(assistant, DataSchema.parse(data)),
});

/**
 * Asks about the unsure ones of these mentions, a few at a time; the rest follows in a job of its own. What the server failed
 * at is tried again after it has had its rest.
 */
const readUncertain = async (assistant: Assistant, data: Data): Promise<void> => {
  const { workspaceId, mentionIds, mayAsk } = data;
  const later: MentionId[] = [];
  let restsUntil = new Date(assistant.clock.now().getTime() + REST_MS);
  for (const id of mentionIds.slice(0, AT_ONCE)) {
    const problem = await readOne(assistant, workspaceId, id, mayAsk);
    if (problem && hopeless.has(problem.kind)) return;
    if (problem) later.push(id);
    if (problem?.kind === 'resting') restsUntil = problem.until;
  }
  await assistant.database.inWorkspace(workspaceId, async (tx) => {
    const send = (ids: readonly MentionId[], delays: number, options: { readonly startAfter?: Date }) =>
      assistant.jobs.send(tx, READ_JOB, { ...data, mentionIds: ids, delays }, options);
    if (mentionIds.length > AT_ONCE) await send(mentionIds.slice(AT_ONCE), data.delays, {});
    if (later.length > 0 && data.delays < MOST_DELAYS)
      await send(later, data.delays + 1, { startAfter: restsUntil });
  });
};

/** Only a person can change these: the others need not be tried. */
const hopeless: ReadonlySet<string> = new Set(['off', 'not-set', 'key-lost', 'cap-reached']);

/** Nothing when there is no more to do about it. */
const readOne = async (
  assistant: Assistant,
  workspaceId: WorkspaceId,
  id: MentionId,
  mayAsk: boolean,
): Promise<AskProblem | undefined> => {
  const { text, known } = await assistant.database.inWorkspace(workspaceId, async (tx) => ({
    text: (await readTexts(tx, workspaceId, [id]))[0],
    known: (await readProposals(tx, workspaceId, [id])).get(id),
  }));
  if (!text || !isUnsure(text)) return undefined;
  const isKnown = known?.revision === text.revision;
  const isRecent = Date.parse(text.saidAt) > assistant.clock.now().getTime() - RECENT_MS;
  if (!isKnown && !(mayAsk && isRecent)) return undefined;
  const proposed = isKnown ? ok(known) : await propose(assistant, workspaceId, text);
  if (!proposed.ok) return proposed.error;
  await apply(assistant, workspaceId, proposed.value);
  return undefined;
};

const isUnsure = ({ reading }: ReadableText): boolean => reading?.unsure === true && !reading.corrected;

/** An answer of no use is kept as such: the same text is not asked about, and paid for, twice. */
const propose = async (
  assistant: Assistant,
  workspaceId: WorkspaceId,
  { id, revision, title, body }: ReadableText,
): Promise<Result<Proposal, AskProblem>> => {
  const words = [title, body].filter(Boolean).join('\n');
  const { text } = maskConversation([{ ours: false, name: null, words }]);
  const answer = await ask(assistant, workspaceId, 'reading', readingQuestion(text), parseProposal);
  if (!answer.ok && answer.error.kind !== 'unfit-answer') return err(answer.error);
  const said: { model: string; proposed: ProposedReading | null } = answer.ok
    ? { model: answer.value.model, proposed: answer.value.value }
    : { model: '', proposed: null };
  const proposal = { workspaceId, mentionId: id, revision, ...said, createdAt: assistant.clock.now() };
  await assistant.database.inWorkspace(workspaceId, (tx) => saveProposal(tx, proposal));
  return ok(proposal);
};

/** Only while the text is the one that was read, nobody has said otherwise, and we are still unsure. */
const apply = (
  { database }: Pick<Assistant, 'database'>,
  workspaceId: WorkspaceId,
  { mentionId, revision, model, proposed }: Proposal,
): Promise<void> =>
  database.inWorkspace(workspaceId, async (tx) => {
    if (!proposed) return;
    const [text] = await holdUncorrected(tx, workspaceId, [mentionId]);
    if (!text?.reading?.unsure || text.revision !== revision) return;
    const reading = { ...mergeProposal(text.reading, proposed), proposed: { model } };
    if (saysTheSame(text.reading, reading)) return;
    await changeReadings(tx, workspaceId, [{ id: mentionId, saidAt: text.saidAt, reading }]);
    const payload = { what: 'readings', mentionIds: [mentionId] };
    await appendLive(tx, workspaceId, [{ kind: 'understanding.changed', payload }]);
  });

type Said = NonNullable<ReadableText['reading']>;

const saysTheSame = (one: Said, other: Said): boolean =>
  one.proposed?.model === other.proposed?.model &&
  one.polarity === other.polarity &&
  one.needsReply === other.needsReply &&
  [...one.intents].sort().join() === [...other.intents].sort().join();
