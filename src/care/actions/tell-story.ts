import { readMentions } from '../../listening/index.ts';
import { audit, type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { copiesWords } from '../model/copies-words.ts';
import { pageOfMentions } from '../store/case-mentions.ts';
import { findStory, type Story, saveStory } from '../store/case-texts.ts';
import { lockCase } from '../store/cases.ts';
import { tellRegister } from '../store/register.ts';
import { findIdentifying } from './find-identifying.ts';

type Ground = Pick<Platform, 'database' | 'clock'>;

export type StoryFailure =
  | { readonly kind: 'not-allowed' | 'not-found' | 'not-ended' | 'no-story' | 'was-withdrawn' }
  | { readonly kind: 'names-somebody' | 'quotes-them'; readonly found: readonly string[] };

export type StoryWish = Pick<Story, 'basis' | 'italian' | 'english'>;

/** Writes the story of an ended case. What was public waits for somebody to look at it again. */
export const writeStory = (
  { database, clock }: Ground,
  actor: Member,
  caseId: string,
  wish: StoryWish,
): Promise<Result<null, StoryFailure>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'cases.write')) return err({ kind: 'not-allowed' });
    const { workspaceId, personId } = actor;
    const one = await lockCase(tx, workspaceId, caseId);
    if (!one) return err({ kind: 'not-found' });
    if (one.endedAt === null || one.state === 'undone') return err({ kind: 'not-ended' });
    const known = await findStory(tx, workspaceId, caseId);
    if (known?.withdrawnFor === 'person-erased') return err({ kind: 'was-withdrawn' });
    const refused = await lookForPeople(tx, workspaceId, caseId, wish);
    if (refused) return err(refused);
    await saveStory(tx, {
      ...wish,
      workspaceId,
      caseId,
      state: 'draft',
      writtenBy: personId,
      lookedBy: null,
      publishedAt: null,
      withdrawnFor: null,
      updatedAt: clock.now(),
    });
    await tell(tx, actor, caseId, 'story.written');
    return ok(null);
  });

/** The last look of a human: from here on anyone can read it. */
export const publishStory = (
  { database, clock }: Ground,
  actor: Member,
  caseId: string,
): Promise<Result<null, StoryFailure>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'stories.publish')) return err({ kind: 'not-allowed' });
    const { workspaceId, personId } = actor;
    const story = await findStory(tx, workspaceId, caseId);
    if (!story) return err({ kind: 'no-story' });
    if (story.state === 'withdrawn') return err({ kind: 'was-withdrawn' });
    const refused = await lookForPeople(tx, workspaceId, caseId, story);
    if (refused) return err(refused);
    const now = clock.now();
    await saveStory(tx, {
      ...story,
      state: 'published',
      lookedBy: personId,
      publishedAt: now,
      updatedAt: now,
    });
    await tell(tx, actor, caseId, 'story.published');
    return ok(null);
  });

/** Takes a story back; its words go. That one was told, and why it is not any more, is counted on the register. */
export const withdrawStory = (
  { database, clock }: Ground,
  actor: Member,
  caseId: string,
  why: 'consent-withdrawn' | 'mistake',
): Promise<Result<null, StoryFailure>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'cases.write')) return err({ kind: 'not-allowed' });
    const story = await findStory(tx, actor.workspaceId, caseId);
    if (!story) return err({ kind: 'no-story' });
    const gone = { italian: '', english: '', withdrawnFor: why, state: 'withdrawn' } as const;
    await saveStory(tx, { ...story, ...gone, updatedAt: clock.now() });
    await tell(tx, actor, caseId, 'story.withdrawn');
    return ok(null);
  });

/** Names of the case's people, personal data, and their very words: those can be looked up. */
const lookForPeople = async (
  tx: Transaction,
  workspaceId: string,
  caseId: string,
  { basis, italian, english }: StoryWish,
): Promise<StoryFailure | undefined> => {
  const page = await pageOfMentions(tx, workspaceId, caseId, { limit: 200 });
  const mentions = await readMentions(
    tx,
    workspaceId,
    page.map(({ id }) => id),
  );
  const names = mentions.flatMap(({ author }) => [author.name ?? '', author.handle ?? '']);
  const found = findIdentifying([italian, english], names);
  if (found.length > 0) return { kind: 'names-somebody', found };
  if (basis === 'consent') return undefined;
  const bodies = mentions.map(({ body }) => body);
  const copied = [italian, english].flatMap((text) => copiesWords(text, bodies));
  return copied.length > 0 ? { kind: 'quotes-them', found: copied } : undefined;
};

const tell = async (tx: Transaction, actor: Member, caseId: string, action: string): Promise<void> => {
  await audit(tx, actor, { action, subjectKind: 'case', subjectId: caseId });
  await tellRegister(tx, actor.workspaceId);
  await appendLive(tx, actor.workspaceId, [{ kind: 'case.changed', payload: { caseIds: [caseId] } }]);
};
