import { fediverseLines, fediversePeople } from '../script/fediverse.ts';
import type { Line } from '../script/scene.ts';
import { saidAt } from './said-at.ts';

const placeOf = (who: string) => {
  const [name = '', host = ''] = (fediversePeople[who]?.handle ?? '').split('@');
  return { name, host, actor: `https://${host}/users/${name}`, page: `https://${host}/@${name}` };
};

export const fediverseAccount = {
  nativeId: placeOf('us').actor,
  name: fediversePeople.us?.name ?? '',
  handle: `@${fediversePeople.us?.handle ?? ''}`,
  url: placeOf('us').page,
} as const;

/** Our own instance: what the channel knows beside each document. */
export const fediverseContext = {
  accountId: fediverseAccount.nativeId,
  instance: `https://${placeOf('us').host}`,
  domain: placeOf('us').host,
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const accountOf = (who: string) => {
  const { name, actor, page } = placeOf(who);
  const acct = who === 'us' ? name : fediversePeople[who]?.handle;
  return { id: who, username: name, acct, display_name: fediversePeople[who]?.name, uri: actor, url: page };
};

const uriOf = (who: string, id: string): string => `${placeOf(who).actor}/statuses/${id}`;

type Said = {
  readonly id: string;
  readonly who: string;
  readonly text: string;
  readonly at: Date;
  readonly parent?: string;
  readonly parentWho?: string;
};

/** A status as a Mastodon API gives it (https://docs.joinmastodon.org/entities/Status/). */
export const fediverseStatus = ({ id, who, text, at, parent, parentWho }: Said) => {
  const speaksToUs = text.includes(`@${fediversePeople.us?.handle}`) || parentWho === 'us';
  return {
    id,
    uri: uriOf(who, id),
    url: `${placeOf(who).page}/${id}`,
    created_at: at.toISOString(),
    edited_at: null,
    in_reply_to_id: parent ?? null,
    in_reply_to_account_id: parentWho ?? null,
    sensitive: false,
    spoiler_text: '',
    visibility: 'public',
    language: 'it',
    content: `<p>${escaped(text)}</p>`,
    account: accountOf(who),
    mentions: speaksToUs
      ? [{ id: 'us', acct: placeOf('us').name, username: placeOf('us').name, url: fediverseAccount.nativeId }]
      : [],
    media_attachments: [],
    tags: [],
    emojis: [],
  };
};

export const fediverseDocument = (line: Line, now: Date) => {
  const parent = fediverseLines.find(({ id }) => id === line.replyTo);
  return fediverseStatus({
    id: line.id,
    who: line.who,
    text: line.text,
    at: saidAt(line, now),
    ...(parent ? { parent: parent.id, parentWho: parent.who } : {}),
  });
};

/** What the channel learns of a conversation while receiving it: the addresses of what was answered. */
export const fediverseThread = (line: Line): Record<string, string> => {
  const above: Line[] = [];
  for (let one = parentOf(line); one; one = parentOf(one)) above.unshift(one);
  const uris = above.map((one) => uriOf(one.who, one.id));
  return uris.length > 0
    ? { parentUri: uris.at(-1) ?? '', rootUri: uris[0] ?? '', ancestors: uris.join(' ') }
    : {};
};

const parentOf = (line: Line): Line | undefined => fediverseLines.find(({ id }) => id === line.replyTo);
