import type { ImportedAccount } from './imported.ts';

const MOST = 500;

/**
 * Which account a text means: a mail address, `@name@host`, a DID, a handle of Bluesky, the address of a profile. `hint` is
 * the channel where the file tells it. Null when it cannot be told.
 */
export const accountOf = (text: string, hint: string | null = null): ImportedAccount | null => {
  const said = text.trim();
  if (said === '' || said.length > MOST || /\s/.test(said)) return null;
  if (hint !== null) return hinted(said, hint);
  if (said.startsWith('did:')) return account('bluesky', said);
  const profile = ofProfile(said);
  if (profile) return profile;
  if (/^@[^@]+@[^@]+\.[^@]+$/.test(said)) return waiting('fediverse', said);
  if (/^[^@]+@[^@]+\.[^@]+$/.test(said)) return account('mail', said.toLowerCase());
  return /^@?[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(said) ? waiting('bluesky', said.replace(/^@/, '')) : null;
};

const hinted = (said: string, hint: string): ImportedAccount | null => {
  switch (hint) {
    case 'mail':
      return /^[^@]+@[^@]+\.[^@]+$/.test(said) ? account('mail', said.toLowerCase()) : null;
    case 'fediverse':
      return (
        ofProfile(said) ??
        (/^@?[^@]+@[^@]+$/.test(said) ? waiting('fediverse', `@${said.replace(/^@/, '')}`) : null)
      );
    case 'bluesky':
      if (said.startsWith('did:')) return account('bluesky', said);
      return ofProfile(said) ?? waiting('bluesky', said.replace(/^@/, ''));
    default:
      return { channel: hint, nativeId: said, handle: null };
  }
};

/** Addresses of profiles as the networks write them. */
const ofProfile = (said: string): ImportedAccount | null => {
  const found = /^https:\/\/([^/]+)\/(?:@|profile\/)([^/@?#]+)\/?$/.exec(said);
  if (!found) return null;
  const [, host = '', name = ''] = found;
  if (host !== 'bsky.app') return waiting('fediverse', `@${name}@${host}`);
  return name.startsWith('did:') ? account('bluesky', name) : waiting('bluesky', name);
};

const account = (channel: string, nativeId: string): ImportedAccount => ({ channel, nativeId, handle: null });

/** Known by its handle until the channel tells its own id. */
const waiting = (channel: string, handle: string): ImportedAccount => ({
  channel,
  nativeId: waitingId(handle),
  handle,
});

/** The id under which an account waits to be heard: its handle in small letters, without the @ before it. */
export const waitingId = (handle: string): string => `acct:${handle.replace(/^@/, '').toLowerCase()}`;
