import { threadsOf } from '../../conversation/index.ts';
import { type MentionView, readMentions } from '../../listening/index.ts';
import { type Member, may, personNames } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok } from '../../platform/result.ts';
import type { CaseEvent } from '../model/case-event.ts';
import { stepsFrom } from '../model/case-states.ts';
import { suggestCauses } from '../model/suggest-causes.ts';
import { type MentionPlace, pageOfMentions } from '../store/case-mentions.ts';
import { findStory, readTexts } from '../store/case-texts.ts';
import { findCase, type HistoryRow, readHistory } from '../store/cases.ts';
import { readCauses } from '../store/causes.ts';
import { summaryOf } from './summary-of.ts';

const FIRST_MENTIONS = 20;

/** A case as its page tells it: from what was said to how it ended, the public and the private side of one story. */
export const readCase = (
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
  actor: Member,
  caseId: string,
) =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'cases.read')) return err({ kind: 'not-allowed' as const });
    const { workspaceId } = actor;
    const one = await findCase(tx, workspaceId, caseId);
    if (!one) return err({ kind: 'not-found' as const });
    const causes = await readCauses(tx, workspaceId);
    const mentions = await mentionPage(tx, workspaceId, caseId, undefined, FIRST_MENTIONS);
    const history = await readHistory(tx, workspaceId, caseId);
    const doers = history.flatMap(({ personId }) => (personId ? [personId] : []));
    const names = await personNames(tx, workspaceId, one.ownerId ? [...doers, one.ownerId] : doers);
    const story = await findStory(tx, workspaceId, caseId);
    const said = mentions.mentions.map(({ body, reading }) => ({
      body,
      aspects: (reading?.aspects ?? [])
        .filter(({ polarity }) => polarity !== 'pos')
        .map(({ aspect }) => aspect),
    }));
    return ok({
      ...summaryOf(one, {
        names,
        causes: new Map(causes.map(({ id, name }) => [id, name])),
        now: clock.now(),
      }),
      batch: one.batch,
      orderReference: one.orderReference,
      mentionCount: one.mentions,
      costCents: one.costCents,
      reopened: one.reopened,
      praisedAt: one.praisedAt?.toISOString() ?? null,
      gravityReckoned: one.gravity,
      gravityReasons: [...one.gravityReasons],
      gravityChosen: one.gravityChosen,
      steps: [...stepsFrom(one.state)],
      threads: await threadsOfCase(tx, workspaceId, mentions.mentions),
      ...mentions,
      suggestedCauses: one.causeId ? [] : suggestCauses(causes, said).map(({ id, name }) => ({ id, name })),
      story: story
        ? {
            basis: story.basis,
            state: story.state,
            italian: story.italian,
            english: story.english,
            withdrawnFor: story.withdrawnFor,
          }
        : null,
      history: await viewHistory(tx, workspaceId, caseId, history, names),
    });
  });

const viewHistory = async (
  tx: Transaction,
  workspaceId: string,
  caseId: string,
  history: readonly HistoryRow[],
  names: ReadonlyMap<string, string>,
) => {
  const texts = await readTexts(tx, workspaceId, caseId);
  const answers = await readMentions(
    tx,
    workspaceId,
    history.flatMap(({ event }) => (isAnswer(event) && event.mentionId ? [event.mentionId] : [])),
  );
  const bodies = new Map(answers.map(({ id, body }) => [id, body]));
  return history.map(({ version, at, personId, event }) => ({
    version,
    at: at.toISOString(),
    personName: (personId && names.get(personId)) || null,
    side: sideOf(event),
    kind: event.kind,
    text:
      ('textId' in event && event.textId ? texts.get(event.textId) : undefined) ??
      (isAnswer(event) && event.mentionId ? bodies.get(event.mentionId) : undefined) ??
      null,
    facts: factsOf(event),
  }));
};

const isAnswer = (event: CaseEvent): event is Extract<CaseEvent, { kind: 'answered' | 'acknowledged' }> =>
  event.kind === 'answered' || event.kind === 'acknowledged';

/** Everyone could see it, or only we and they. */
const sideOf = (event: CaseEvent): 'public' | 'private' => {
  if (isAnswer(event)) return event.isPublic ? 'public' : 'private';
  if (event.kind === 'mentions-joined')
    return event.mentions.some(({ isPublic }) => isPublic) ? 'public' : 'private';
  return event.kind === 'noted' && event.side === 'public' ? 'public' : 'private';
};

/** What an event carries besides words and ids: choices and numbers, as text. */
const factsOf = (event: CaseEvent): Record<string, string> => {
  if (event.kind === 'mentions-joined') return { count: String(event.mentions.length) };
  if (event.kind === 'mentions-left') return { count: String(event.mentionIds.length) };
  if (event.kind === 'gravity-assessed') return { gravity: String(event.gravity) };
  const { kind: _kind, ...facts } = event as CaseEvent & { readonly textId?: string | null };
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) =>
      ['textId', 'mentionId', 'isPublic'].includes(name) || value === null ? [] : [[name, String(value)]],
    ),
  );
};

/** The mentions of a case, page by page. */
export const readCaseMentions = (
  { database }: Pick<Platform, 'database'>,
  actor: Member,
  caseId: string,
  after: MentionPlace | undefined,
) =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'cases.read')) return err({ kind: 'not-allowed' as const });
    if (!(await findCase(tx, actor.workspaceId, caseId))) return err({ kind: 'not-found' as const });
    return ok(await mentionPage(tx, actor.workspaceId, caseId, after, 50));
  });

type MentionsPage = { readonly mentions: MentionView[]; readonly nextMentions: string | null };

const mentionPage = async (
  tx: Transaction,
  workspaceId: string,
  caseId: string,
  after: MentionPlace | undefined,
  limit: number,
): Promise<MentionsPage> => {
  const places = await pageOfMentions(tx, workspaceId, caseId, { after, limit: limit + 1 });
  const page = places.slice(0, limit);
  const mentions = await readMentions(
    tx,
    workspaceId,
    page.map(({ id }) => id),
  );
  const last = places.length > limit ? page.at(-1) : undefined;
  return { mentions, nextMentions: last ? `${last.saidAt.getTime()}.${last.id}` : null };
};

const threadsOfCase = async (
  tx: Transaction,
  workspaceId: string,
  mentions: readonly MentionView[],
): Promise<string[]> => {
  const threads = await threadsOf(
    tx,
    workspaceId,
    mentions.map(({ id }) => id),
  );
  return [...new Set(threads.values())];
};
