import type { Draft } from '../channels/index.ts';
import { jsonBytes } from './raw-lines.ts';
import { blueskyAccount, blueskyAnswer } from './render/bluesky.ts';
import { fediverseContext, fediverseStatus } from './render/fediverse.ts';
import { letterBytes, mailAccount } from './render/mail.ts';

export type Echo = { readonly bytes: Uint8Array; readonly context: Readonly<Record<string, string>> };

/** An answer as the channel would give it back to us, in the channel's own shape; undefined where none can be given. */
export const echoOf = (channel: string, draft: Draft, opKey: string, at: Date): Echo | undefined => {
  const target = draft.inReplyTo;
  if (!target) return undefined;
  if (channel === 'bluesky') return blueskyEcho(draft, target, opKey, at);
  if (channel === 'fediverse') return fediverseEcho(draft, target, opKey, at);
  return channel === 'mail' ? mailEcho(draft, target, opKey, at) : undefined;
};

type Target = NonNullable<Draft['inReplyTo']>;

const blueskyEcho = (draft: Draft, target: Target, opKey: string, at: Date): Echo => {
  const parent = { uri: target.nativeId, cid: target.context.cid ?? '' };
  const root = { uri: target.rootNativeId ?? parent.uri, cid: target.context.rootCid ?? parent.cid };
  const id = opKey.replaceAll('-', '');
  return {
    bytes: jsonBytes(blueskyAnswer({ id, text: draft.text, at, parent, root })),
    context: { accountId: blueskyAccount.nativeId },
  };
};

const fediverseEcho = (draft: Draft, target: Target, opKey: string, at: Date): Echo => ({
  bytes: jsonBytes(
    fediverseStatus({
      id: opKey,
      who: 'us',
      text: draft.text,
      at,
      parent: target.nativeId,
      parentWho: 'other',
    }),
  ),
  context: {
    ...fediverseContext,
    parentUri: target.nativeId,
    rootUri: target.rootNativeId ?? target.nativeId,
    ancestors: [...new Set([target.rootNativeId ?? target.nativeId, target.nativeId])].join(' '),
  },
});

const mailEcho = (draft: Draft, target: Target, opKey: string, at: Date): Echo => ({
  bytes: letterBytes({
    id: opKey,
    from: { name: draft.signedBy.name, mail: mailAccount.nativeId },
    to: { name: target.authorName ?? '', mail: target.authorNativeId },
    subject: draft.options.subject ?? `Re: ${target.context.subject ?? ''}`,
    text: draft.text,
    at,
    references: [...target.references, target.nativeId].map((id) => `<${id}>`),
  }),
  context: { accountId: mailAccount.nativeId, folder: 'sent', receivedAt: at.toISOString() },
});
