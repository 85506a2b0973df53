import { v7 } from 'uuid';

/** A UUIDv7 (RFC 9562): unique anywhere, and sorting by it sorts by the time of its making (ms). */
export type Id<Kind extends string> = string & { readonly __kind?: Kind };

export type WorkspaceId = Id<'workspace'>;
export type PersonId = Id<'person'>;
export type ConnectionId = Id<'connection'>;
export type MentionId = Id<'mention'>;
export type AuthorId = Id<'author'>;
export type ThreadId = Id<'thread'>;
export type ReplyId = Id<'reply'>;
export type WatchId = Id<'watch'>;
export type UploadId = Id<'upload'>;

export const newId = (): string => v7();
