import { createHash } from 'node:crypto';
import { findWorkspace } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { foldCase } from '../model/case.ts';
import type { Recorded } from '../model/case-event.ts';
import { canonicalJson, signStatement } from '../model/chain.ts';
import { type PublicCase, publicFigures } from '../model/public-figures.ts';
import { readAllHistories } from '../store/cases.ts';
import { dayExists, insertDay, latestDay, listPublicRegisters, tellRegister } from '../store/register.ts';
import { readSettings } from '../store/settings.ts';

type Ground = Pick<Platform, 'database' | 'clock' | 'sealer' | 'log'>;

export const keyPurpose = (workspaceId: WorkspaceId): string => `care:register:${workspaceId}`;

/** All cases as their histories make them: what the register counts is never read from anything else. */
export const readPublicCases = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<{ readonly cases: readonly PublicCase[]; readonly history: string }> => {
  const histories = await readAllHistories(tx, workspaceId);
  const cases = [...histories.values()].map(
    (history): PublicCase => ({ ...foldCase(history), joined: wasJoined(history) }),
  );
  return { cases, history: digestOfHistories(histories) };
};

const wasJoined = (history: readonly Recorded[]): boolean => {
  const last = history.findLast(({ event }) => event.kind === 'undone')?.event;
  return last?.kind === 'undone' && last.reason === 'joined';
};

/** Of every event its case, number, kind and time: nothing that is forgotten with a person. */
const digestOfHistories = (histories: ReadonlyMap<string, readonly Recorded[]>): string => {
  const digest = createHash('sha256');
  for (const [caseId, history] of histories)
    for (const { version, at, event } of history)
      digest.update(`${caseId} ${version} ${event.kind} ${at.toISOString()}\n`);
  return digest.digest('hex');
};

/** Signs today's figures of a public register, once. */
export const signDay = ({ database, clock, sealer, log }: Ground, workspaceId: WorkspaceId): Promise<void> =>
  database.inWorkspace(workspaceId, async (tx) => {
    const now = clock.now();
    const day = now.toISOString().slice(0, 10);
    const { isPublic, sealedKey, publicKey } = await readSettings(tx, workspaceId);
    if (!isPublic || !sealedKey || !publicKey || (await dayExists(tx, workspaceId, day))) return;
    const opened = sealer.open(sealedKey, keyPurpose(workspaceId));
    if (!opened.ok) {
      log.error({ workspaceId, problem: opened.error.kind }, 'the key of a register does not open');
      return;
    }
    const company = await findWorkspace(tx, workspaceId);
    const { cases, history } = await readPublicCases(tx, workspaceId);
    const previous = (await latestDay(tx, workspaceId))?.digest ?? null;
    const figures = publicFigures(cases);
    const statement = canonicalJson({ v: 1, register: company?.slug ?? '', day, previous, history, figures });
    const signed = signStatement(statement, { privatePem: opened.value, publicKey });
    await insertDay(tx, { workspaceId, day, ...signed, createdAt: now });
    await tellRegister(tx, workspaceId);
  });

/** A few minutes after midnight (UTC), and at noon for those who were switched off at night. */
export const signJob = (platform: Ground): JobDefinition => ({
  name: 'care.sign',
  cron: '7 0,12 * * *',
  handle: async () => {
    const registers = await platform.database.asInstallation(listPublicRegisters);
    for (const { workspaceId } of registers) await signDay(platform, workspaceId);
  },
});
