import { type Member, may, personNames } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { type CrisisStep, transitions } from '../model/crisis.ts';
import {
  type CrisisFigures,
  readChanges,
  readCrisisFigures,
  readLines,
  readLog,
  readStatus,
  readTeam,
} from '../store/crisis-parts.ts';
import { type CrisisRow, readCrisisRow, readCrisisRows, readDeclared } from '../store/crisis-rows.ts';

type Ground = Pick<Platform, 'database' | 'clock'>;
type Failure = { readonly kind: 'not-allowed' | 'not-found' };

type CrisisSummary = {
  readonly id: string;
  readonly state: CrisisRow['state'];
  readonly title: string;
  readonly alertId: string | null;
  readonly proposedAt: string;
  readonly declaredAt: string | null;
  readonly closedAt: string | null;
  readonly version: number;
};

/** What every screen of the company shows of it while it lasts; `proposed`: for those who may declare one. */
type CurrentCrisis = {
  readonly on: (CrisisSummary & { readonly line: string | null; readonly onDuty: readonly string[] }) | null;
  readonly proposed: CrisisSummary | null;
};

/** A proposal that nobody took up is left alone after so long. Milliseconds. */
const PROPOSED_FOR_MS = 48 * 3_600_000;

export const readCurrent = (
  { database, clock }: Ground,
  actor: Member,
): Promise<Result<CurrentCrisis, Failure>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'crisis.read')) return ok({ on: null, proposed: null });
    const { workspaceId } = actor;
    const row = await readDeclared(tx, workspaceId);
    if (row) {
      const [line] = await readLines(tx, workspaceId, row.id);
      const team = (await readTeam(tx, workspaceId, row.id)).filter(({ onDuty }) => onDuty);
      const names = await personNames(
        tx,
        workspaceId,
        team.map(({ personId }) => personId),
      );
      const onDuty = team.flatMap(({ personId }) => names.get(personId) ?? []);
      return ok({ on: { ...summaryOf(row), line: line?.body ?? null, onDuty }, proposed: null });
    }
    if (!may(actor, 'crisis.manage')) return ok({ on: null, proposed: null });
    const since = clock.now().getTime() - PROPOSED_FOR_MS;
    const rows = await readCrisisRows(tx, workspaceId);
    const proposed = rows.find(
      ({ state, proposedAt }) => state === 'proposed' && proposedAt.getTime() >= since,
    );
    return ok({ on: null, proposed: proposed ? summaryOf(proposed) : null });
  });

export const listCrises = (
  { database }: Ground,
  actor: Member,
): Promise<Result<readonly CrisisSummary[], Failure>> =>
  database.inWorkspace(actor.workspaceId, async (tx) =>
    may(actor, 'crisis.read')
      ? ok((await readCrisisRows(tx, actor.workspaceId)).map(summaryOf))
      : err({ kind: 'not-allowed' }),
  );

const summaryOf = ({
  id,
  state,
  title,
  alertId,
  proposedAt,
  declaredAt,
  closedAt,
  version,
}: CrisisRow): CrisisSummary => ({
  id,
  state,
  title,
  alertId,
  proposedAt: proposedAt.toISOString(),
  declaredAt: declaredAt?.toISOString() ?? null,
  closedAt: closedAt?.toISOString() ?? null,
  version,
});

/** Everything about one: what is agreed, who is on duty, the log, what everybody was told, and the review with its figures. */
export const readCrisis = ({ database, clock }: Ground, actor: Member, crisisId: string) =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'crisis.read')) return err({ kind: 'not-allowed' } as const);
    const { workspaceId } = actor;
    const row = await readCrisisRow(tx, workspaceId, crisisId);
    if (!row) return err({ kind: 'not-found' } as const);
    const lines = await readLines(tx, workspaceId, crisisId);
    const log = await readLog(tx, workspaceId, crisisId);
    const team = await readTeam(tx, workspaceId, crisisId);
    const status = await readStatus(tx, workspaceId, crisisId);
    const changes = await readChanges(tx, workspaceId, crisisId);
    const ids = [
      lines.map((one) => one.agreedBy),
      log.flatMap((one) => one.personId ?? []),
      team.map((one) => one.personId),
      status.map((one) => one.publishedBy),
      changes.map((one) => one.ownerId),
    ];
    const names = await personNames(tx, workspaceId, [...new Set(ids.flat())]);
    const name = (id: string | null): string | null => names.get(id ?? '') ?? null;
    return ok({
      ...summaryOf(row),
      statusPublic: row.statusPublic,
      worked: row.worked,
      toChange: row.toChange,
      reviewedAt: row.reviewedAt?.toISOString() ?? null,
      steps: Object.keys(transitions[row.state]) as CrisisStep[],
      lines: lines.map((one) => ({
        number: one.number,
        body: one.body,
        byName: name(one.agreedBy),
        at: one.createdAt.toISOString(),
      })),
      log: log.map((one) => ({
        id: one.id,
        kind: one.kind,
        body: one.body,
        byName: name(one.personId),
        at: one.createdAt.toISOString(),
      })),
      team: team.map((one) => ({
        personId: one.personId,
        name: name(one.personId) ?? '',
        task: one.task,
        onDuty: one.onDuty,
      })),
      status: status.map((one) => ({
        id: one.id,
        italian: one.italian,
        english: one.english,
        byName: name(one.publishedBy),
        at: one.publishedAt.toISOString(),
      })),
      changes: changes.map((one) => ({
        id: one.id,
        what: one.what,
        ownerId: one.ownerId,
        ownerName: name(one.ownerId),
        dueOn: one.dueOn,
        doneAt: one.doneAt?.toISOString() ?? null,
        improvementId: one.improvementId,
      })),
      figures: await figuresOf(tx, workspaceId, row, clock.now()),
    });
  });

/** Null until it was declared. */
const figuresOf = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  { declaredAt, closedAt }: CrisisRow,
  now: Date,
): Promise<CrisisFigures | null> =>
  declaredAt ? readCrisisFigures(tx, workspaceId, declaredAt, closedAt ?? now) : null;
