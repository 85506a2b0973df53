import { readThreadMentionIds } from '../../conversation/index.ts';
import { type Member, may, personNames } from '../../people/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok } from '../../platform/result.ts';
import { type CaseFilter, countCases, listCases } from '../store/case-list.ts';
import { casesOfThread } from '../store/case-mentions.ts';
import { findCases } from '../store/cases.ts';
import { readCauses } from '../store/causes.ts';
import { summaryOf } from './summary-of.ts';

/** A page of cases and how many wait. */
export const listCompanyCases = (
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
  actor: Member,
  filter: Omit<CaseFilter, 'personId' | 'now'>,
) =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'cases.read')) return err({ kind: 'not-allowed' as const });
    const { workspaceId, personId } = actor;
    const now = clock.now();
    const found = await listCases(tx, workspaceId, { ...filter, personId, now, limit: filter.limit + 1 });
    const page = found.slice(0, filter.limit);
    const rows = new Map(
      (
        await findCases(
          tx,
          workspaceId,
          page.map(({ id }) => id),
        )
      ).map((row) => [row.id, row]),
    );
    const owners = [...rows.values()].flatMap(({ ownerId }) => (ownerId ? [ownerId] : []));
    const names = await personNames(tx, workspaceId, owners);
    const causes = new Map((await readCauses(tx, workspaceId)).map(({ id, name }) => [id, name]));
    const last = found.length > filter.limit ? page.at(-1) : undefined;
    return ok({
      cases: page.flatMap(({ id, preview, authorName }) => {
        const row = rows.get(id);
        return row ? [{ ...summaryOf(row, { names, causes, now }), preview, authorName }] : [];
      }),
      counts: await countCases(tx, workspaceId, { personId, now }),
      next: last ? { at: last.reportedAt, id: last.id } : null,
    });
  });

/** The case of a conversation, the latest; null when it has none. */
export const readThreadCase = (
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
  actor: Member,
  threadId: string,
) =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'cases.read')) return err({ kind: 'not-allowed' as const });
    const { ids } = await readThreadMentionIds(tx, actor.workspaceId, threadId, { limit: 1 });
    if (ids.length === 0) return err({ kind: 'not-found' as const });
    const [caseId] = await casesOfThread(tx, actor.workspaceId, threadId);
    const [row] = caseId ? await findCases(tx, actor.workspaceId, [caseId]) : [];
    const now = clock.now();
    return ok(row ? summaryOf(row, { names: new Map(), causes: new Map(), now }) : null);
  });
