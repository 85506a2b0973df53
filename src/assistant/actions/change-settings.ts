import { audit, type Member, may } from '../../people/index.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { type AssistantSettings, isCarriedSafely, isSameServer, keyPurpose } from '../model/settings.ts';
import { readSettings, saveSettings } from '../store/settings.ts';
import type { Assistant } from './assistant.ts';

/** `key` absent: the one that is there stays, as long as the server is the same; null: none. */
export type SettingsChange = Omit<AssistantSettings, 'sealedKey'> & {
  readonly key?: string | null | undefined;
};

export type ChangeProblem = { readonly kind: 'not-allowed' | 'not-set' | 'in-the-clear' };

/** Chooses the language model, what it is for and what it may cost. */
export const changeSettings = (
  { database, sealer }: Pick<Assistant, 'database' | 'sealer'>,
  actor: Member,
  { key, ...change }: SettingsChange,
): Promise<Result<AssistantSettings, ChangeProblem>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'assistant.manage')) return err({ kind: 'not-allowed' });
    if (change.enabled && (change.baseUrl === '' || change.model === '')) return err({ kind: 'not-set' });
    if (change.baseUrl !== '' && !isCarriedSafely(change.baseUrl)) return err({ kind: 'in-the-clear' });
    const { workspaceId } = actor;
    const before = await readSettings(tx, workspaceId);
    const kept = isSameServer(before.baseUrl, change.baseUrl) ? before.sealedKey : null;
    const sealedKey = key === undefined ? kept : key && sealer.seal(key, keyPurpose(workspaceId));
    const settings = { ...change, sealedKey: sealedKey || null };
    await saveSettings(tx, workspaceId, settings);
    await audit(tx, actor, {
      action: 'workspace.assistant-changed',
      subjectKind: 'workspace',
      details: { ...change, key: settings.sealedKey === null ? 'none' : key ? 'new' : 'kept' },
    });
    return ok(settings);
  });
