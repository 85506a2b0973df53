import { type FetchedMedia, openConnection, remakeImage } from '../../channels/index.ts';
import { connectionOfMention, readMentions } from '../../listening/index.ts';
import { type Member, may } from '../../people/index.ts';
import type { MentionId, WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { soundTypeOf } from '../model/shown-types.ts';

export type Shown = {
  readonly mimeType: string;
  readonly bytes: Uint8Array;
  /** To be kept under this name, not to be shown. */
  readonly saveAs?: string;
};
/** `not-there`: its server or channel does not give it, or it is not what it was said to be. */
export type ShowFailure = { readonly kind: 'not-allowed' | 'not-found' | 'not-there' };

/** Bytes that are brought: a picture must also fit what is made anew. */
const PICTURE = { maxBytes: 5_000_000, timeoutMs: 10_000 } as const;
const SOUND = { maxBytes: 20_000_000, timeoutMs: 20_000 } as const;
/** What nobody can judge is handed on as bytes to be kept, whatever it says it is. */
const DOCUMENT = { maxBytes: 20_000_000, timeoutMs: 20_000 } as const;

/**
 * A picture or sound of another site, brought by us when somebody asks to see it: whoever wrote learns nothing of who
 * reads. A picture is made anew from its dots; a sound is passed on under its own type and no other. What a channel gives only to
 * us it brings itself; a document among these is handed on to be kept, never to be shown.
 */
export const showMedia = async (
  platform: Ways,
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
  if (mention && media?.key) return showOwn(platform, workspaceId, mentionId, media);
  if (!media?.url || !/^https?:/i.test(media.url)) return err({ kind: 'not-found' });
  if (media.kind === 'image') return showPicture(platform, media.url);
  return media.kind === 'audio' ? showSound(platform, media.url) : err({ kind: 'not-found' });
};

type Ways = Pick<Platform, 'config' | 'database' | 'sealer' | 'http' | 'clock' | 'log'>;
type Media = Awaited<ReturnType<typeof readMentions>>[number]['media'][number];

const caps = { image: PICTURE, audio: SOUND, file: DOCUMENT } as const;

/** By way of its channel, with our permission. */
const showOwn = async (
  platform: Ways,
  workspaceId: WorkspaceId,
  mentionId: MentionId,
  { kind, key = '', name }: Media,
): Promise<Result<Shown, ShowFailure>> => {
  if (kind === 'video') return err({ kind: 'not-found' });
  const connectionId = await platform.database.inWorkspace(workspaceId, (tx) =>
    connectionOfMention(tx, workspaceId, mentionId),
  );
  if (!connectionId) return err({ kind: 'not-found' });
  const opened = await openConnection(platform, workspaceId, connectionId);
  if (!opened.ok || !opened.value.channel.fetchMedia) return err({ kind: 'not-found' });
  const { channel, context } = opened.value;
  const brought = await channel.fetchMedia?.(context, key, caps[kind]);
  if (!brought?.ok) return err({ kind: 'not-there' });
  if (kind === 'image') return pictureOf(brought.value.bytes);
  return kind === 'audio'
    ? soundOf(brought.value)
    : ok({ bytes: brought.value.bytes, mimeType: 'application/octet-stream', saveAs: name ?? 'documento' });
};

const showPicture = async ({ http }: Ways, url: string): Promise<Result<Shown, ShowFailure>> => {
  const answer = await http.request(url, PICTURE);
  if (!answer.ok || answer.value.status !== 200) return err({ kind: 'not-there' });
  return pictureOf(answer.value.bytes());
};

const pictureOf = async (bytes: Uint8Array): Promise<Result<Shown, ShowFailure>> => {
  const remade = await remakeImage(bytes);
  return remade.ok ? ok(remade.value) : err({ kind: 'not-there' });
};

const showSound = async ({ http }: Ways, url: string): Promise<Result<Shown, ShowFailure>> => {
  const answer = await http.request(url, SOUND);
  if (!answer.ok || answer.value.status !== 200) return err({ kind: 'not-there' });
  return soundOf({ bytes: answer.value.bytes(), mimeType: answer.value.headers.get('content-type') ?? '' });
};

const soundOf = ({ bytes, mimeType }: FetchedMedia): Result<Shown, ShowFailure> => {
  const type = soundTypeOf(mimeType);
  return type ? ok({ mimeType: type, bytes }) : err({ kind: 'not-there' });
};
