import { type MentionView, readMentions } from '../../listening/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { gravityOf } from '../model/case.ts';
import { assessGravity, type Gravity } from '../model/gravity.ts';
import { pageOfMentions } from '../store/case-mentions.ts';
import type { KeptCase } from '../store/cases.ts';
import { countSimilar } from '../store/causes.ts';
import type { CareSettings } from '../store/settings.ts';
import { dueOf, reckoned } from './due.ts';
import type { Happening } from './happen.ts';

/** So many mentions say how grave it is; five thousand would say the same. */
const READ = 50;
const SIMILAR_DAYS = 90;

export const isPublicMention = ({ visibility }: Pick<MentionView, 'visibility'>): boolean =>
  visibility === 'public' || visibility === 'unlisted';

/**
 * What the gravity of a case is now, as events: none when it is what it was. A graver one than it `was` brings the deadline
 * nearer, by the company's own calendar; whatever else happens, a deadline that a person set stays.
 */
export const assess = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  one: KeptCase,
  settings: Pick<CareSettings, 'solveWithin'>,
  now: Date,
  was: Gravity = gravityOf(one),
): Promise<readonly Happening[]> => {
  const page = await pageOfMentions(tx, workspaceId, one.id, { limit: READ });
  const mentions = await readMentions(
    tx,
    workspaceId,
    page.map(({ id }) => id),
  );
  const since = new Date(now.getTime() - SIMILAR_DAYS * 86_400_000);
  const { gravity, reasons } = assessGravity({
    text: mentions.map(({ title, body }) => `${title ?? ''} ${body}`).join(' '),
    polarityScore: Math.min(0, ...mentions.map(({ reading }) => reading?.polarityScore ?? 0)),
    urgency: Math.max(0, ...mentions.map(({ reading }) => reading?.urgency ?? 0)),
    isPublic: mentions.some(isPublicMention),
    people: one.people,
    similarCases: one.causeId ? await countSimilar(tx, workspaceId, one.causeId, one.id, since) : 0,
  });
  const isSame = gravity === one.gravity && JSON.stringify(reasons) === JSON.stringify(one.gravityReasons);
  const counts = gravityOf({ ...one, gravity });
  const due = await nearerDue(tx, workspaceId, { ...one, gravity }, settings, counts > was);
  return [
    ...(isSame ? [] : [{ event: { kind: 'gravity-assessed' as const, gravity, reasons } }]),
    ...(due ? [reckoned(due)] : []),
  ];
};

/** Undefined where the deadline stays as it is. */
const nearerDue = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  one: KeptCase,
  settings: Pick<CareSettings, 'solveWithin'>,
  isGraver: boolean,
): Promise<Date | undefined> => {
  const { endedAt, dueAt } = one;
  if (endedAt !== null || (dueAt !== null && !isGraver)) return undefined;
  const due = await dueOf(tx, workspaceId, one, settings);
  return dueAt === null || due < dueAt ? due : undefined;
};
