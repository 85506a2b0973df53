import type { Words } from '../../channels/index.ts';
import { readMentions } from '../../listening/index.ts';
import { findWorkspace, listMembers, type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { truncateGraphemes } from '../../platform/text/index.ts';
import type { ContactRow } from '../model/contact-view.ts';
import { type DailyEntry, dailyList } from '../model/daily/daily-list.ts';
import type { History } from '../model/daily/history.ts';
import { whatBecameOf, type Yesterday } from '../model/daily/yesterday.ts';
import { dayIn } from '../model/day-in.ts';
import type { Lent } from '../model/lent.ts';
import { readContactRows } from '../store/contact-list.ts';
import { keepShown, readChoices, readContacted, readShown } from '../store/daily-history.ts';
import { gatherCandidates, withKnowers } from './gather-candidates.ts';

export type DailyPerson = {
  readonly contact: ContactRow;
  readonly reason: DailyEntry['reason'];
  readonly why: Words;
  readonly said: { readonly text: string; readonly mentionId: string; readonly at: string } | null;
  readonly manner: Words;
  readonly mannerKind: DailyEntry['manner'];
  readonly channel: string | null;
  readonly by: DailyEntry['by'];
  readonly minutes: number;
  readonly threadId: string | null;
};

export type DailyView = {
  readonly day: string;
  readonly budgetMinutes: number;
  readonly minutes: number;
  readonly people: readonly DailyPerson[];
  readonly yesterday: readonly (Omit<Yesterday, 'contactId'> & { readonly contact: ContactRow })[];
};

const BUDGET = 15;
const EXCERPT = 240;
const DAY = 86_400_000;
/** Lists of the past that the rules learn from. */
const REMEMBERED = 60 * DAY;

/** Whom to speak with today, and what became of the last list. The list is remembered as it was first seen. */
export const readDaily = (
  platform: Pick<Platform, 'database' | 'clock'>,
  actor: Member,
  asked: { readonly day?: string | undefined },
  lent: Lent,
): Promise<Result<DailyView, { readonly kind: 'not-allowed' }>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.read')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const now = platform.clock.now();
    const workspace = await findWorkspace(tx, workspaceId);
    const today = dayIn(workspace?.timeZone ?? 'Europe/Rome', now);
    const day = asked.day ?? today;
    const history = await readHistory(tx, workspaceId, now);
    const candidates = await gatherCandidates(tx, workspaceId, { day, now, history }, lent);
    const members = await listMembers(tx, workspaceId);
    const colleagues = members.map(({ personId, name }) => ({ personId, name }));
    const options = { day, now, budgetMinutes: BUDGET, colleagues };
    // Who of us knows them changes nothing of who is on the list: it is read for those alone.
    const chosen = dailyList(candidates, history, options).map(({ contactId }) => contactId);
    const entries = dailyList(await withKnowers(tx, workspaceId, candidates, chosen), history, options);
    if (day === today) await keepShown(tx, workspaceId, day, unseen(entries, history, day));
    const before = whatBecameOf(history, day);
    const ids = [...entries, ...before].map(({ contactId }) => contactId);
    const rows = await readContactRows(tx, workspaceId, ids, now);
    const people = await viewPeople(tx, workspaceId, entries, rows);
    return ok({
      day,
      budgetMinutes: BUDGET,
      minutes: people.reduce((sum, { minutes }) => sum + minutes, 0),
      people,
      yesterday: before.flatMap(({ contactId, ...rest }) => {
        const contact = rows.get(contactId);
        return contact && contact.consent !== 'objected' ? [{ contact, ...rest }] : [];
      }),
    });
  });

const readHistory = async (tx: Transaction, workspaceId: string, now: Date): Promise<History> => {
  const since = new Date(now.getTime() - REMEMBERED);
  const first = since.toISOString().slice(0, 10);
  const shown = await readShown(tx, workspaceId, first);
  const people = [...new Set(shown.map(({ contactId }) => contactId))];
  return {
    shown,
    choices: await readChoices(tx, workspaceId, first),
    contacted: await readContacted(tx, workspaceId, people, since),
  };
};

const unseen = (entries: readonly DailyEntry[], { shown }: History, day: string): readonly DailyEntry[] => {
  const seen = new Set(shown.filter((entry) => entry.day === day).map(({ contactId }) => contactId));
  return entries.filter(({ contactId }) => !seen.has(contactId));
};

const viewPeople = async (
  tx: Transaction,
  workspaceId: string,
  entries: readonly DailyEntry[],
  rows: ReadonlyMap<string, ContactRow>,
): Promise<readonly DailyPerson[]> => {
  const ids = entries.flatMap(({ mentionId }) => mentionId ?? []);
  const said = new Map((await readMentions(tx, workspaceId, ids)).map((mention) => [mention.id, mention]));
  return entries.flatMap((entry): DailyPerson[] => {
    const contact = rows.get(entry.contactId);
    if (!contact) return [];
    const { reason, why, manner, mannerSays, channel, by, minutes, threadId } = entry;
    const mention = entry.mentionId ? said.get(entry.mentionId) : undefined;
    const text = mention ? mention.body || mention.title || '' : '';
    return [
      {
        contact,
        reason,
        why,
        said:
          mention && text
            ? { text: truncateGraphemes(text, EXCERPT), mentionId: mention.id, at: mention.saidAt }
            : null,
        manner: mannerSays,
        mannerKind: manner,
        channel,
        by,
        minutes,
        threadId,
      },
    ];
  });
};
