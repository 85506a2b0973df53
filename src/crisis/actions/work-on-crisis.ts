import { type Check, checkBeforeSending, whatStands } from '../../language/index.ts';
import { listMembers, type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import {
  insertChange,
  insertLine,
  insertStatus,
  readLines,
  readTeam,
  saveTeam,
  updateChange,
} from '../store/crisis-parts.ts';
import { type CrisisRow, changeCrisis, holdCrises, readCrisisRow } from '../store/crisis-rows.ts';
import { happen } from './happen.ts';

type Ground = Pick<Platform, 'database' | 'clock'>;

type WorkFailure =
  | { readonly kind: 'not-allowed' | 'not-found' | 'changed-meanwhile' | 'not-a-member' | 'not-on' }
  | { readonly kind: 'checks'; readonly checks: readonly Check[] };

type Done = Result<null, WorkFailure>;
type Work = (tx: Transaction, crisis: CrisisRow, now: Date) => Promise<Done>;

const work = (
  { database, clock }: Ground,
  actor: Member,
  crisisId: string,
  permission: 'crisis.manage' | 'crisis.write',
  act: Work,
): Promise<Done> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, permission)) return err({ kind: 'not-allowed' });
    await holdCrises(tx, actor.workspaceId);
    const crisis = await readCrisisRow(tx, actor.workspaceId, crisisId);
    return crisis ? act(tx, crisis, clock.now()) : err({ kind: 'not-found' });
  });

/** What everybody says from now on. `after`: the number of the line that was seen; another one since then is told, not overwritten. */
export const agreeLine = (
  ground: Ground,
  actor: Member,
  crisisId: string,
  { body, after }: { readonly body: string; readonly after: number },
): Promise<Done> =>
  work(ground, actor, crisisId, 'crisis.manage', async (tx, crisis, now) => {
    if (crisis.state !== 'declared') return err({ kind: 'not-on' });
    const { workspaceId, personId } = actor;
    const [latest] = await readLines(tx, workspaceId, crisisId);
    if ((latest?.number ?? 0) !== after) return err({ kind: 'changed-meanwhile' });
    const line = { workspaceId, crisisId, number: after + 1, body, agreedBy: personId, createdAt: now };
    if (!(await insertLine(tx, line))) return err({ kind: 'changed-meanwhile' });
    await happen(tx, actor, now, {
      crisisId,
      kind: 'line',
      body,
      details: { number: after + 1 },
      audited: 'crisis.line-agreed',
    });
    return ok(null);
  });

/** A decision, or something to remember: who, when and what stay. */
export const writeInLog = (
  ground: Ground,
  actor: Member,
  crisisId: string,
  { kind, body }: { readonly kind: 'decision' | 'note'; readonly body: string },
): Promise<Done> =>
  work(ground, actor, crisisId, 'crisis.write', async (tx, _crisis, now) => {
    await happen(tx, actor, now, { crisisId, kind, body });
    return ok(null);
  });

type TeamWish = readonly {
  readonly personId: string;
  readonly task: string;
  readonly onDuty: boolean;
}[];

/** Who is in it, with what task, and who is on duty. */
export const setTeam = (ground: Ground, actor: Member, crisisId: string, team: TeamWish): Promise<Done> =>
  work(ground, actor, crisisId, 'crisis.manage', async (tx, crisis, now) => {
    const { workspaceId } = actor;
    const members = await listMembers(tx, workspaceId);
    if (!team.every(({ personId }) => members.some((member) => member.personId === personId)))
      return err({ kind: 'not-a-member' });
    await saveTeam(tx, workspaceId, crisis.id, team);
    const details = { team: team.map(({ personId, onDuty }) => ({ personId, onDuty })) };
    await happen(tx, actor, now, { crisisId, kind: 'team', details, audited: 'crisis.team-changed' });
    return ok(null);
  });

/** Takes one's own place on duty, or leaves it. */
export const setDuty = (ground: Ground, actor: Member, crisisId: string, onDuty: boolean): Promise<Done> =>
  work(ground, actor, crisisId, 'crisis.write', async (tx, _crisis, now) => {
    const { workspaceId, personId } = actor;
    const team = await readTeam(tx, workspaceId, crisisId);
    const mine = team.find((one) => one.personId === personId);
    if (mine?.onDuty === onDuty) return ok(null);
    const others = team.filter((one) => one.personId !== personId);
    const own = { personId, task: mine?.task ?? '', onDuty };
    await saveTeam(
      tx,
      workspaceId,
      crisisId,
      [...others, own].map(({ personId: id, task, onDuty: on }) => ({ personId: id, task, onDuty: on })),
    );
    await happen(tx, actor, now, { crisisId, kind: 'duty', details: { onDuty } });
    return ok(null);
  });

/** Shows the status page to everybody, or takes it away. */
export const showStatus = (
  ground: Ground,
  actor: Member,
  crisisId: string,
  { version, isPublic }: { readonly version: number; readonly isPublic: boolean },
): Promise<Done> =>
  work(ground, actor, crisisId, 'crisis.manage', async (tx, { id }, now) => {
    const row = await changeCrisis(tx, actor.workspaceId, { id, version }, { statusPublic: isPublic });
    if (!row) return err({ kind: 'changed-meanwhile' });
    const kind = isPublic ? 'status-shown' : 'status-hidden';
    await happen(tx, actor, now, { crisisId, kind, audited: `crisis.${kind}` });
    return ok(null);
  });

/** One thing said to everybody on the status page, with its time; it is looked at as any public answer, and stays. */
export const publishStatus = (
  ground: Ground,
  actor: Member,
  crisisId: string,
  { italian, english }: { readonly italian: string; readonly english: string },
): Promise<Done> =>
  work(ground, actor, crisisId, 'crisis.manage', async (tx, _crisis, now) => {
    const { blocks } = whatStands(
      [italian, english].flatMap((text) =>
        text === '' ? [] : checkBeforeSending({ text, isPublic: true, hasMedia: false }, asUsual),
      ),
      [],
    );
    if (blocks.length > 0) return err({ kind: 'checks', checks: blocks });
    const { workspaceId, personId } = actor;
    await insertStatus(tx, {
      workspaceId,
      id: newId(),
      crisisId,
      italian,
      english,
      publishedBy: personId,
      publishedAt: now,
    });
    await happen(tx, actor, now, {
      crisisId,
      kind: 'status',
      body: italian,
      audited: 'crisis.status-published',
    });
    return ok(null);
  });

const asUsual = { levels: {}, forbiddenWords: [], ownContacts: [] };

/** Afterwards: what worked and what to do otherwise, in words. */
export const writeReview = (
  ground: Ground,
  actor: Member,
  crisisId: string,
  {
    version,
    worked,
    toChange,
  }: { readonly version: number; readonly worked: string; readonly toChange: string },
): Promise<Done> =>
  work(ground, actor, crisisId, 'crisis.manage', async (tx, { id }, now) => {
    const reviewed = { worked, toChange, reviewedAt: now, reviewedBy: actor.personId };
    const row = await changeCrisis(tx, actor.workspaceId, { id, version }, reviewed);
    if (!row) return err({ kind: 'changed-meanwhile' });
    await happen(tx, actor, now, { crisisId, kind: 'reviewed', audited: 'crisis.reviewed' });
    return ok(null);
  });

type ChangeWish = { readonly what: string; readonly ownerId: string; readonly dueOn: string };

/** One thing to do otherwise, with somebody and a day. */
export const addChange = (ground: Ground, actor: Member, crisisId: string, wish: ChangeWish): Promise<Done> =>
  work(ground, actor, crisisId, 'crisis.write', async (tx, _crisis, now) => {
    const { workspaceId } = actor;
    const members = await listMembers(tx, workspaceId);
    if (!members.some(({ personId }) => personId === wish.ownerId)) return err({ kind: 'not-a-member' });
    const change = {
      workspaceId,
      id: newId(),
      crisisId,
      ...wish,
      doneAt: null,
      improvementId: null,
      createdAt: now,
    };
    await insertChange(tx, change);
    await happen(tx, actor, now, {
      crisisId,
      kind: 'note',
      body: wish.what,
      details: { changeId: change.id },
    });
    return ok(null);
  });

export const tickChange = (
  ground: Ground,
  actor: Member,
  crisisId: string,
  { changeId, isDone }: { readonly changeId: string; readonly isDone: boolean },
): Promise<Done> =>
  work(ground, actor, crisisId, 'crisis.write', async (tx, _crisis, now) => {
    const { workspaceId } = actor;
    const found = await updateChange(
      tx,
      { workspaceId, crisisId, id: changeId },
      { doneAt: isDone ? now : null },
    );
    if (!found) return err({ kind: 'not-found' });
    await happen(tx, actor, now, { crisisId, kind: 'note', details: { changeId, isDone } });
    return ok(null);
  });
