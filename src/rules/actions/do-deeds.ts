import {
  type Following,
  followAll,
  saveAnswerWithin,
  savePlaces,
  writeNote,
} from '../../conversation/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { appendEvents } from '../../platform/events/append-events.ts';
import { newId, type ThreadId, type WorkspaceId } from '../../platform/ids.ts';
import type { LiveChange } from '../../platform/live/append-live.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Done } from '../model/done.ts';
import type { Effect } from '../model/effect.ts';
import type { Standing } from '../model/plan.ts';
import { DEEPEST } from '../model/rule-state.ts';
import { insertDeeds, type NewDeed } from '../store/deed-rows.ts';
import { beginRuleDrafts } from './begin-rule-drafts.ts';
import { openCasesByRule } from './open-cases-by-rule.ts';

/** Writes deeds down and does them: together where many are the same. Gives what the open screens are told. */
export const doDeeds = async (
  ground: Pick<Platform, 'clock' | 'jobs'>,
  tx: Transaction,
  workspaceId: WorkspaceId,
  done: readonly Done[],
  now: Date,
): Promise<readonly LiveChange[]> => {
  if (done.length === 0) return [];
  const versions = await makeOrder(tx, workspaceId, done, now);
  const cases = await openCasesByRule(tx, workspaceId, done, now);
  const drafted = await beginRuleDrafts(tx, workspaceId, done, now);
  const changes: LiveChange[] = [];
  const rows: NewDeed[] = [];
  for (const one of done) {
    const notes = await writeNotes(ground, tx, workspaceId, one);
    changes.push(...notes.changes);
    const did = settled(one, notes.ids, cases.get(one.threadId) ?? null, drafted);
    const { deed, asking, threadId, runId } = one;
    if (did.length === 0) continue;
    rows.push({
      ...{ workspaceId, id: newId(), ruleId: deed.ruleId, threadId, happening: asking.key, runId, at: now },
      ...{ why: deed.why, did, before: deed.before, after: deed.after },
      version: versions.get(threadId) ?? one.version,
    });
  }
  await insertDeeds(tx, workspaceId, rows);
  await tellRooms(tx, workspaceId, done);
  return changes;
};

/** Where conversations stand, within when they are answered, who follows. Gives their versions after it. */
const makeOrder = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  done: readonly Done[],
  now: Date,
): Promise<ReadonlyMap<ThreadId, number>> => {
  const versions = new Map<ThreadId, number>();
  const moves = [...Map.groupBy(done, ({ threadId }) => threadId)].map(([id, deeds]) => {
    const before = (deeds[0] as Done).deed.before;
    const after = (deeds.at(-1) as Done).deed.after;
    const isMoved = !samePlace(before, after);
    versions.set(id, (deeds[0] as Done).version + (isMoved ? 1 : 0));
    return { id, before, after, isMoved };
  });
  const moved = moves.filter(({ isMoved }) => isMoved);
  await savePlaces(
    tx,
    workspaceId,
    moved.map(({ id, before, after }) => ({ id, before: before.place, after: after.place })),
    null,
  );
  const timed = moves.filter(({ before, after }) => before.within !== after.within);
  await saveAnswerWithin(
    tx,
    workspaceId,
    timed.map(({ id, after }) => ({ id, within: after.within })),
  );
  const following = done.flatMap(({ threadId, deed }) =>
    deed.follow.map((personId): Following => ({ threadId, personId })),
  );
  await followAll(tx, workspaceId, following, now);
  return versions;
};

export const samePlace = (one: Standing, other: Standing): boolean =>
  JSON.stringify(placeOf(one)) === JSON.stringify(placeOf(other));

const placeOf = ({ place: { status, assigneeId, teamId, snoozedUntil, labelIds } }: Standing) => [
  status,
  assigneeId,
  teamId,
  snoozedUntil,
  labelIds,
];

const writeNotes = async (
  ground: Pick<Platform, 'clock' | 'jobs'>,
  tx: Transaction,
  workspaceId: WorkspaceId,
  { deed, asking: { rule }, threadId }: Done,
): Promise<{ readonly ids: readonly string[]; readonly changes: readonly LiveChange[] }> => {
  const ids: string[] = [];
  const changes: LiveChange[] = [];
  const by = { workspaceId, personId: rule.ownerId, name: `«${rule.name}»` };
  for (const { text, call } of deed.notes) {
    const note = await writeNote(ground, tx, by, threadId, `«${rule.name}»: ${text}`, call);
    ids.push(note.id);
    changes.push(...note.changes);
  }
  return { ids, changes };
};

/** What was really done: ids are known now, and a draft is not begun where somebody is writing. */
const settled = (
  { deed, threadId }: Done,
  noteIds: readonly string[],
  caseId: string | null,
  drafted: ReadonlySet<string>,
): readonly Effect[] => {
  const ids = noteIds.values();
  return deed.effects.flatMap((effect): Effect[] => {
    if (effect.did === 'noted' || effect.did === 'told')
      return [{ ...effect, noteId: ids.next().value ?? null }];
    if (effect.did === 'case') return caseId ? [{ ...effect, caseId }] : [];
    if (effect.did === 'drafted') return drafted.has(`${threadId} ${effect.personId}`) ? [effect] : [];
    return [effect];
  });
};

/** The rooms hear that these were organised, by nobody; rules hear it with what led to it. */
const tellRooms = async (tx: Transaction, workspaceId: WorkspaceId, done: readonly Done[]): Promise<void> => {
  const threadIds = [...new Set(done.map(({ threadId }) => threadId))];
  const acts = done
    .filter(({ runId, asking }) => runId === null && asking.chain.length + 1 < DEEPEST)
    .flatMap(({ threadId, deed, asking }) => {
      const put = deed.effects.flatMap((effect) => (effect.did === 'labelled' ? effect.put : []));
      const reopened = deed.effects.some((effect) => effect.did === 'reopened');
      return put.length > 0 || reopened
        ? [{ threadId, put, reopened, chain: [...asking.chain, deed.ruleId] }]
        : [];
    });
  await appendEvents(tx, workspaceId, [
    { kind: 'threads.organised', payload: { threadIds, personId: null, byRule: true } },
    ...(acts.length > 0 ? [{ kind: 'rules.acted', payload: { acts } }] : []),
  ]);
};
