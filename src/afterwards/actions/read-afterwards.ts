import { threadThere } from '../../conversation/index.ts';
import { type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { ThreadId } from '../../platform/ids.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Question } from '../model/asking.ts';
import { type AskingFigures, figuresOf } from '../model/figures.ts';
import { type AskingSettings, DAY_MS } from '../model/settings.ts';
import { type AskingRow, latestOfThread, proposedTo } from '../store/askings.ts';
import { teamNames, threadNames } from '../store/names.ts';
import { type AnswerRow, countAskings, countPassedOver, latestAnswers } from '../store/read-figures.ts';
import { readSettings } from '../store/settings.ts';
import { goodAnswersWaiting, praiseOfThread, praiseWaiting } from '../store/thanks.ts';
import { textOf } from './asking-text.ts';
import type { Ground } from './ground.ts';
import { type ThanksView, viewThanks } from './thank.ts';

type Refused = { readonly kind: 'not-allowed' | 'not-found' };

export type Proposal = {
  readonly id: string;
  readonly threadId: string;
  readonly authorName: string | null;
  readonly channel: string;
  readonly question: Question;
  readonly body: string;
};

export type AfterwardsToday = {
  readonly proposals: readonly Proposal[];
  readonly thanks: readonly ThanksView[];
};

const PROPOSED_DAYS = 14;
const MOST = 5;

/** What is left to say when a conversation is over: questions to send, and thanks. For one person, a few at a time. */
export const readAfterwardsToday = (
  ground: Ground,
  actor: Member,
): Promise<Result<AfterwardsToday, Refused>> =>
  ground.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'askings.read')) return err({ kind: 'not-allowed' });
    if (!may(actor, 'replies.send')) return ok({ proposals: [], thanks: [] });
    const { workspaceId, personId } = actor;
    const since = new Date(ground.clock.now().getTime() - PROPOSED_DAYS * DAY_MS);
    const settings = await readSettings(tx, workspaceId);
    const askings = settings.isOn ? await proposedTo(tx, workspaceId, personId, since, MOST) : [];
    const praise = await praiseWaiting(tx, workspaceId, personId, since, MOST);
    const good = settings.isOn ? await goodAnswersWaiting(tx, workspaceId, personId, since, MOST) : [];
    const proposals = await viewProposals(ground, tx, actor, settings, askings);
    return ok({ proposals, thanks: await viewThanks(tx, actor, [...praise, ...good].slice(0, MOST)) });
  });

const viewProposals = async (
  ground: Ground,
  tx: Transaction,
  { workspaceId, name }: Member,
  settings: AskingSettings,
  rows: readonly AskingRow[],
): Promise<readonly Proposal[]> => {
  const places = await threadNames(
    tx,
    workspaceId,
    rows.map(({ mentionId }) => mentionId),
  );
  return rows.flatMap((row) => {
    const place = places.get(row.mentionId);
    if (!place) return [];
    const body = textOf(ground, workspaceId, row, settings, name);
    const { id, channel, question } = row;
    return [{ id, threadId: place.threadId, authorName: place.authorName, channel, question, body }];
  });
};

export type ThreadAfterwards = {
  /** To be sent by whoever has the conversation open. */
  readonly proposal: Proposal | null;
  readonly answer: {
    readonly id: string;
    readonly question: Question;
    readonly scale: number;
    readonly score: number | null;
    readonly readFrom: string | null;
    readonly answeredAt: string;
    readonly words: string | null;
  } | null;
  readonly askedAt: string | null;
  readonly thanks: ThanksView | null;
};

/** The same for one conversation, with what came back. */
export const readThreadAfterwards = (
  ground: Ground,
  actor: Member,
  asked: ThreadId,
): Promise<Result<ThreadAfterwards, Refused>> =>
  ground.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'askings.read')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const threadId = await threadThere(tx, workspaceId, asked);
    if (!threadId) return err({ kind: 'not-found' });
    const settings = await readSettings(tx, workspaceId);
    const asking = await latestOfThread(tx, workspaceId, threadId);
    const mayWrite = may(actor, 'replies.send');
    const isProposed = asking?.waits === true && settings.isOn && asking.dueAt === null && mayWrite;
    const [proposal] = isProposed ? await viewProposals(ground, tx, actor, settings, [asking]) : [];
    const praise = may(actor, 'drafts.write') ? await praiseOfThread(tx, workspaceId, threadId) : undefined;
    const [thanks] = await viewThanks(tx, actor, praise ? [praise] : []);
    return ok({
      proposal: proposal ?? null,
      answer: asking?.answeredAt ? viewAnswer(asking, asking.answeredAt) : null,
      askedAt: asking?.state === 'asked' && !asking.waits ? (asking.askedAt?.toISOString() ?? null) : null,
      thanks: thanks ?? null,
    });
  });

const viewAnswer = ({ id, question, scale, score, readFrom, words }: AskingRow, answeredAt: Date) => ({
  ...{ id, question, scale, score, readFrom, words },
  answeredAt: answeredAt.toISOString(),
});

export type AskingResults = Omit<AskingFigures, 'teams'> & {
  readonly teams: readonly (AskingFigures['teams'][number] & { readonly name: string })[];
  readonly answers: readonly AnswerRow[];
};

/** What came back in the last so many days. */
export const readAskingResults = (
  { database, clock }: Pick<Ground, 'database' | 'clock'>,
  actor: Member,
  days: number,
): Promise<Result<AskingResults, Refused>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'askings.read')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const now = clock.now();
    const since = new Date(now.getTime() - days * DAY_MS);
    const figures = figuresOf(
      await countAskings(tx, workspaceId, since),
      await countPassedOver(tx, workspaceId, since, now),
    );
    const names = await teamNames(tx, workspaceId);
    return ok({
      ...figures,
      teams: figures.teams.flatMap((team) => {
        const name = names.get(team.teamId);
        return name ? [{ ...team, name }] : [];
      }),
      answers: await latestAnswers(tx, workspaceId, 30),
    });
  });
