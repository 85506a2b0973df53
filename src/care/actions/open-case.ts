import { type MentionView, readMentions } from '../../listening/index.ts';
import { audit, type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { newCase } from '../model/case.ts';
import { decide } from '../model/decide.ts';
import { casesOfMentions } from '../store/case-mentions.ts';
import { type KeptCase, lockCase } from '../store/cases.ts';
import { type CareSettings, holdSettings, takeNumber } from '../store/settings.ts';
import { type Doing, happen, tellOfCases } from './happen.ts';
import { joinMentions } from './join-mentions.ts';

type Ground = Pick<Platform, 'database' | 'clock'>;

/** A person of ours says that these mentions are a complaint. If one of them is in a case, that is the case. */
export const openCase = (
  { database, clock }: Ground,
  actor: Member,
  mentionIds: readonly string[],
): Promise<
  Result<
    { readonly caseId: string; readonly isNew: boolean },
    { readonly kind: 'not-allowed' | 'no-mentions' }
  >
> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'cases.write')) return err({ kind: 'not-allowed' });
    const { workspaceId, personId } = actor;
    const settings = await holdSettings(tx, workspaceId);
    const [known] = (await casesOfMentions(tx, workspaceId, mentionIds)).values();
    if (known) return ok({ caseId: await restored(tx, actor, known, clock.now()), isNew: false });
    const mentions = (await readMentions(tx, workspaceId, mentionIds)).filter(({ ours }) => !ours);
    if (mentions.length === 0) return err({ kind: 'no-mentions' });
    const doing = { workspaceId, personId, now: clock.now() };
    const opened = await openFrom(tx, doing, settings, mentions, 'hand');
    await audit(tx, actor, { action: 'case.opened', subjectKind: 'case', subjectId: opened.id });
    await tellOfCases(tx, workspaceId, [opened]);
    return ok({ caseId: opened.id, isNew: true });
  });

/** The same in the transaction of a room above, which answers for it: null when nobody said anything here, or it is a case already. */
export const openCaseFor = async (
  tx: Transaction,
  doing: Doing,
  mentionIds: readonly string[],
): Promise<string | null> => {
  const { workspaceId } = doing;
  const settings = await holdSettings(tx, workspaceId);
  if ((await casesOfMentions(tx, workspaceId, mentionIds)).size > 0) return null;
  const mentions = (await readMentions(tx, workspaceId, mentionIds)).filter(({ ours }) => !ours);
  if (mentions.length === 0) return null;
  const opened = await openFrom(tx, doing, settings, mentions, 'hand');
  await tellOfCases(tx, workspaceId, [opened]);
  return opened.id;
};

/** What was undone and is opened again by hand was a complaint after all. */
const restored = async (tx: Transaction, actor: Member, caseId: string, now: Date): Promise<string> => {
  const { workspaceId, personId } = actor;
  const one = await lockCase(tx, workspaceId, caseId);
  const decided = one?.state === 'undone' ? decide(one, { step: 'restore' }) : undefined;
  if (!one || !decided?.ok) return caseId;
  const happenings = decided.value.map((event) => ({ event }));
  await tellOfCases(tx, workspaceId, [await happen(tx, { workspaceId, personId, now }, one, happenings)]);
  return caseId;
};

/** A new case of these mentions, the earliest of which reported it. The settings must be held. */
export const openFrom = async (
  tx: Transaction,
  doing: Doing,
  settings: CareSettings,
  mentions: readonly MentionView[],
  by: 'hand' | 'language',
): Promise<KeptCase> => {
  const [first] = [...mentions].sort((a, b) => a.saidAt.localeCompare(b.saidAt));
  if (!first) throw new Error('a case is about at least one mention');
  const number = await takeNumber(tx, doing.workspaceId);
  const reported = { kind: 'reported', by, channel: first.channel } as const;
  const one = await happen(tx, doing, { ...newCase, id: newId(), number }, [
    { event: reported, at: new Date(first.saidAt) },
  ]);
  return joinMentions(tx, doing, settings, one, mentions);
};
