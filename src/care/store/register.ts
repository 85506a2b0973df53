import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { registerDays } from './register.table.ts';

export const REGISTER_SIGNAL = 'passaparola_register';

export type RegisterDay = typeof registerDays.$inferSelect;

/** Tells every process, when this transaction commits, that a register may say something else now. */
export const tellRegister = async (tx: Transaction, workspaceId: WorkspaceId): Promise<void> => {
  await tx.execute(sql`select pg_notify(${REGISTER_SIGNAL}, ${workspaceId})`);
};

export type PublicRegister = { readonly workspaceId: string; readonly slug: string };

/** The registers that anyone may read. Needs a transaction over the whole installation. */
export const listPublicRegisters = async (tx: Transaction): Promise<readonly PublicRegister[]> => {
  const { rows } = await tx.execute<PublicRegister>(sql`
    select s.workspace_id as "workspaceId", w.slug from care_settings s join workspaces w on w.id = s.workspace_id
    where s.is_public order by w.slug`);
  return rows;
};

export const readDays = (tx: Transaction, workspaceId: WorkspaceId): Promise<readonly RegisterDay[]> =>
  tx
    .select()
    .from(registerDays)
    .where(eq(registerDays.workspaceId, workspaceId))
    .orderBy(asc(registerDays.day));

export const latestDay = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<RegisterDay | undefined> => {
  const [row] = await tx
    .select()
    .from(registerDays)
    .where(eq(registerDays.workspaceId, workspaceId))
    .orderBy(desc(registerDays.day))
    .limit(1);
  return row;
};

/** False when that day was signed already: what was signed is never written again. */
export const insertDay = async (tx: Transaction, day: RegisterDay): Promise<boolean> =>
  (await tx.insert(registerDays).values(day).onConflictDoNothing().returning({ day: registerDays.day }))
    .length > 0;

type ToldStory = {
  readonly caseId: string;
  readonly basis: 'consent' | 'nobody-named';
  readonly italian: string;
  readonly english: string;
  readonly publishedAt: Date;
};

/** The stories that are told, the latest first. */
export const readToldStories = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<readonly ToldStory[]> => {
  const { rows } = await tx.execute<ToldStory & { publishedAt: string | Date }>(sql`
    select case_id as "caseId", basis, italian, english, published_at as "publishedAt" from case_stories
    where workspace_id = ${workspaceId} and state = 'published' order by published_at desc limit 20`);
  return rows.map((row) => ({ ...row, publishedAt: new Date(row.publishedAt) }));
};

/** Stories that were told once and are not any more, by why. */
export const countWithdrawn = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<Readonly<Record<string, number>>> => {
  const { rows } = await tx.execute<{ why: string; count: number }>(sql`
    select withdrawn_for as why, count(*)::int as count from case_stories
    where workspace_id = ${workspaceId} and state = 'withdrawn' and published_at is not null group by 1`);
  return Object.fromEntries(rows.map(({ why, count }) => [why, count]));
};

export const dayExists = async (tx: Transaction, workspaceId: WorkspaceId, day: string): Promise<boolean> =>
  (await tx.$count(registerDays, and(eq(registerDays.workspaceId, workspaceId), eq(registerDays.day, day)))) >
  0;
