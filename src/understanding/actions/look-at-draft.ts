import { findPersonalData, type PersonalDatum, readTone, type ToneFinding } from '../../language/index.ts';
import { readMentions } from '../../listening/index.ts';
import { findWorkspace, type Member, may } from '../../people/index.ts';
import type { MentionId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { readSettings } from '../store/settings.ts';

export type DraftAsked = {
  readonly text: string;
  readonly kind: 'reply' | 'post';
  readonly mentionId?: MentionId | undefined;
};

export type DraftLook = {
  readonly findings: readonly ToneFinding[];
  readonly personalData: readonly PersonalDatum[];
};

/** What a careful colleague would say of a draft before it leaves: its tone, and personal data in it. Nothing is kept. */
export const lookAtDraft = async (
  platform: Pick<Platform, 'database'>,
  actor: Member,
  { text, kind, mentionId }: DraftAsked,
): Promise<Result<DraftLook, { readonly kind: 'not-allowed' | 'not-found' }>> => {
  if (!may(actor, 'drafts.write')) return err({ kind: 'not-allowed' });
  const { workspaceId } = actor;
  const { settings, workspace, mention } = await platform.database.inWorkspace(workspaceId, async (tx) => ({
    settings: await readSettings(tx, workspaceId),
    workspace: await findWorkspace(tx, workspaceId),
    mention: (await readMentions(tx, workspaceId, mentionId === undefined ? [] : [mentionId]))[0],
  }));
  if (mentionId !== undefined && !mention) return err({ kind: 'not-found' });
  const personalData = findPersonalData(text);
  const { toneStrictness: strictness } = settings;
  const register = workspace?.register ?? 'same';
  if (strictness === 'off') return ok({ findings: [], personalData });
  const intents = mention?.reading?.intents ?? [];
  const findings = readTone(
    {
      text,
      kind,
      ...(mention ? { channel: mention.channel, inReplyTo: mention.body } : {}),
      ...(register === 'same' ? {} : { register }),
      complaint: intents.includes('complaint') || intents.includes('criticism'),
    },
    strictness,
  );
  return ok({ findings, personalData });
};
