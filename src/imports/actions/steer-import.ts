import { audit, type Member, may } from '../../people/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ImportSettings } from '../model/import-settings.ts';
import { type ImportState, type Step, stateAfter } from '../model/import-state.ts';
import type { ImportFailure } from '../problems.ts';
import { changeImport, type ImportChange, type ImportRecord, readImport } from '../store/import-rows.ts';
import { dropFile, filePath } from './import-file.ts';

export const RUN_JOB = 'imports.run';
export const LOOK_JOB = 'imports.look';
export const UNDO_JOB = 'imports.undo';

/** Says how the file is to be read; what a trial had found holds no more. */
export const configureImport = async (
  platform: Platform,
  actor: Member,
  id: string,
  settings: ImportSettings,
): Promise<Result<ImportRecord, ImportFailure>> => {
  if (!may(actor, 'connections.manage')) return err({ kind: 'not-allowed' });
  const { workspaceId } = actor;
  return await platform.database.inWorkspace(workspaceId, async (tx) => {
    const changed = await changeImport(tx, workspaceId, id, { states: ['ready'] }, { settings, look: null });
    if (changed) return ok(changed);
    return err({ kind: (await readImport(tx, workspaceId, id)) ? 'not-now' : 'not-found' });
  });
};

const jobs: Partial<Readonly<Record<ImportState, string>>> = {
  looking: LOOK_JOB,
  running: RUN_JOB,
  undoing: UNDO_JOB,
};

/** Takes a step: the state and the work that follows from it change together. */
export const steerImport = async (
  platform: Platform,
  actor: Member,
  id: string,
  step: Step,
): Promise<Result<ImportRecord, ImportFailure>> => {
  if (!may(actor, 'connections.manage')) return err({ kind: 'not-allowed' });
  const { workspaceId } = actor;
  const steered = await platform.database.inWorkspace(
    workspaceId,
    async (tx): Promise<Result<ImportRecord, ImportFailure>> => {
      const found = await readImport(tx, workspaceId, id);
      if (!found) return err({ kind: 'not-found' });
      const next = stateAfter(found.state, step);
      if (!next) return err({ kind: 'not-now' });
      const change = changeFor(step, next, platform.clock.now());
      const changed = await changeImport(tx, workspaceId, id, { states: [found.state] }, change);
      if (!changed) return err({ kind: 'not-now' });
      const job = jobs[next];
      if (job) await platform.jobs.send(tx, job, { workspaceId, importId: id });
      if (step === 'start' || step === 'undo')
        await audit(tx, actor, {
          action: step === 'start' ? 'import.started' : 'import.undone',
          subjectKind: 'import',
          subjectId: id,
        });
      return ok(changed);
    },
  );
  if (steered.ok && step === 'discard') await dropFile(filePath(platform, workspaceId, id));
  return steered;
};

const changeFor = (step: Step, state: ImportState, now: Date): ImportChange => ({
  state,
  problem: null,
  ...(step === 'start' ? { startedAt: now } : {}),
  ...(step === 'try' ? { look: null } : {}),
  ...(step === 'discard' ? { endedAt: now } : {}),
});
