import { remakeImage } from '../../channels/index.ts';
import { readMentions } from '../../listening/index.ts';
import { type Member, may } from '../../people/index.ts';
import type { MentionId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { soundTypeOf } from '../model/shown-types.ts';

export type Shown = { readonly mimeType: string; readonly bytes: Uint8Array };
/** `not-there`: its server does not give it, or it is not what it was said to be. */
export type ShowFailure = { readonly kind: 'not-allowed' | 'not-found' | 'not-there' };

/** Bytes that are brought: a picture must also fit what is made anew. */
const PICTURE = { maxBytes: 5_000_000, timeoutMs: 10_000 } as const;
const SOUND = { maxBytes: 20_000_000, timeoutMs: 20_000 } as const;

/**
 * A picture or sound of another site, brought by us when somebody asks to see it: whoever wrote learns nothing of who
 * reads. A picture is made anew from its dots; a sound is passed on under its own type and no other.
 */
export const showMedia = async (
  platform: Pick<Platform, 'database' | 'http'>,
  actor: Member,
  mentionId: MentionId,
  place: number,
): Promise<Result<Shown, ShowFailure>> => {
  if (!may(actor, 'mentions.read')) return err({ kind: 'not-allowed' });
  const { workspaceId } = actor;
  const [mention] = await platform.database.inWorkspace(workspaceId, (tx) =>
    readMentions(tx, workspaceId, [mentionId]),
  );
  const media = mention?.removedAt === null ? mention.media[place] : undefined;
  if (!media?.url || !/^https?:/i.test(media.url)) return err({ kind: 'not-found' });
  if (media.kind === 'image') return showPicture(platform, media.url);
  return media.kind === 'audio' ? showSound(platform, media.url) : err({ kind: 'not-found' });
};

type Ways = Pick<Platform, 'http'>;

const showPicture = async ({ http }: Ways, url: string): Promise<Result<Shown, ShowFailure>> => {
  const answer = await http.request(url, PICTURE);
  if (!answer.ok || answer.value.status !== 200) return err({ kind: 'not-there' });
  const remade = await remakeImage(answer.value.bytes());
  return remade.ok ? ok(remade.value) : err({ kind: 'not-there' });
};

const showSound = async ({ http }: Ways, url: string): Promise<Result<Shown, ShowFailure>> => {
  const answer = await http.request(url, SOUND);
  if (!answer.ok || answer.value.status !== 200) return err({ kind: 'not-there' });
  const mimeType = soundTypeOf(answer.value.headers.get('content-type'));
  return mimeType ? ok({ mimeType, bytes: answer.value.bytes() }) : err({ kind: 'not-there' });
};
