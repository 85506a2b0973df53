import { audit, listMembers, type Member, may } from '../../people/index.ts';
import { appendEvents } from '../../platform/events/append-events.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Desk } from '../model/correspondent.ts';
import { type DeskFigures, deskFiguresOf } from '../model/desk-figures.ts';
import { type DeskSettings, readDeskSettings, saveDeskSettings } from '../store/desk-settings-rows.ts';
import { readKeptDeadlines } from '../store/kept-deadline-rows.ts';
import { readTeams } from '../store/team-rows.ts';
import { resetDeadlines } from './set-deadlines.ts';

type SettingsFailure = { readonly kind: 'not-allowed' | 'not-a-member' | 'changed-meanwhile' };

export const readSettings = (
  desk: Pick<Desk, 'database'>,
  actor: Member,
): Promise<Result<DeskSettings, SettingsFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) =>
    may(actor, 'threads.read')
      ? ok(await readDeskSettings(tx, actor.workspaceId))
      : err({ kind: 'not-allowed' }),
  );

/** When the company answers and within how long, if it is still as the person saw it; every clock that runs is set anew. */
export const keepSettings = (
  desk: Pick<Desk, 'database' | 'clock'>,
  actor: Member,
  wish: DeskSettings,
): Promise<Result<DeskSettings, SettingsFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'desk.manage')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const members = await listMembers(tx, workspaceId);
    if (wish.escalateTo && !members.some(({ personId }) => personId === wish.escalateTo))
      return err({ kind: 'not-a-member' });
    if (!(await saveDeskSettings(tx, workspaceId, wish, desk.clock.now())))
      return err({ kind: 'changed-meanwhile' });
    await audit(tx, actor, { action: 'desk.changed', subjectKind: 'workspace', subjectId: workspaceId });
    await resetDeadlines(desk, tx, workspaceId);
    await appendEvents(tx, workspaceId, [{ kind: 'calendar.changed', payload: {} }]);
    await appendLive(tx, workspaceId, [{ kind: 'desk.changed', payload: { what: 'settings' } }]);
    return ok({ ...wish, version: wish.version + 1 });
  });

/** How what was promised was kept in the last so many days: by team, channel, intent and gravity, never by person. */
export const readFigures = (
  desk: Pick<Desk, 'database' | 'clock'>,
  actor: Member,
  days: number,
): Promise<Result<DeskFigures, SettingsFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'threads.read')) return err({ kind: 'not-allowed' });
    const now = desk.clock.now();
    const since = new Date(now.getTime() - days * 24 * 3_600_000);
    const waits = await readKeptDeadlines(tx, actor.workspaceId, since, now);
    const teams = await readTeams(tx, actor.workspaceId);
    return ok(deskFiguresOf(waits, new Map(teams.map(({ id, memberIds }) => [id, memberIds.length]))));
  });
