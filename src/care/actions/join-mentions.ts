import { type MentionView, readMentions } from '../../listening/index.ts';
import type { Member } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { countPeople, insertCaseMentions } from '../store/case-mentions.ts';
import type { KeptCase } from '../store/cases.ts';
import type { CareSettings } from '../store/settings.ts';
import { assess, isPublicMention } from './assess.ts';
import { type Doing, happen, tellOfCases } from './happen.ts';
import { holdCase } from './hold-case.ts';

/** Puts mentions into a case that is held; those that are in one already stay where they are. */
export const joinMentions = async (
  tx: Transaction,
  doing: Doing,
  settings: Pick<CareSettings, 'solveWithin'>,
  one: KeptCase,
  mentions: readonly MentionView[],
): Promise<KeptCase> => {
  const { workspaceId, now } = doing;
  const came = await insertCaseMentions(
    tx,
    workspaceId,
    one.id,
    mentions.map((mention) => ({
      id: mention.id,
      authorId: mention.author.id,
      channel: mention.channel,
      saidAt: mention.saidAt,
      isPublic: isPublicMention(mention),
    })),
  );
  if (came.length === 0) return one;
  const newPeople = (await countPeople(tx, workspaceId, one.id)) - one.people;
  const joined = await happen(tx, doing, one, [
    { event: { kind: 'mentions-joined', mentions: came, newPeople } },
  ]);
  return happen(tx, doing, joined, await assess(tx, workspaceId, joined, settings, now));
};

type AddFailure = { readonly kind: 'not-allowed' | 'not-found' | 'no-mentions' };

/** More that was said of the same story, at most 500 mentions at a time. */
export const addMentions = (
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
  actor: Member,
  caseId: string,
  mentionIds: readonly string[],
): Promise<Result<{ readonly mentions: number; readonly version: number }, AddFailure>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    const { workspaceId, personId } = actor;
    const held = await holdCase(tx, actor, caseId);
    if (!held.ok) return held;
    const { settings, one } = held.value;
    const mentions = (await readMentions(tx, workspaceId, mentionIds)).filter(({ ours }) => !ours);
    if (mentions.length === 0 || one.state === 'undone') return err({ kind: 'no-mentions' });
    const doing = { workspaceId, personId, now: clock.now() };
    const after = await joinMentions(tx, doing, settings, one, mentions);
    await tellOfCases(tx, workspaceId, after === one ? [] : [after]);
    return ok({ mentions: after.mentions, version: after.version });
  });
