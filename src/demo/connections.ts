import type { NewConnection } from '../channels/index.ts';
import { newId, type WorkspaceId } from '../platform/ids.ts';
import { blueskyAccount } from './render/bluesky.ts';
import { fediverseAccount } from './render/fediverse.ts';
import { mailAccount } from './render/mail.ts';
import { feeds } from './script/feed.ts';

/** Nobody receives for these: the accounts do not exist, and nothing of the demonstration leaves this machine. */
const held = {
  leaseHolder: newId(),
  leaseUntil: new Date('9999-01-01T00:00:00Z'),
  nextPollAt: new Date('9999-01-01T00:00:00Z'),
} as const;

export type DemoConnections = {
  readonly bluesky: string;
  readonly fediverse: string;
  readonly mail: string;
  readonly feeds: Readonly<Record<(typeof feeds)[number]['key'], string>>;
  readonly byHand: string;
};

export const demoConnections = (workspaceId: WorkspaceId, now: Date) => {
  const ids: DemoConnections = {
    bluesky: newId(),
    fediverse: newId(),
    mail: newId(),
    feeds: { gazzetta: newId(), vera: newId() },
    byHand: newId(),
  };
  const common = {
    workspaceId,
    ...held,
    lastEventAt: now,
    lastPolledAt: now,
    lastCheckedAt: now,
    createdAt: now,
  };
  const rows: NewConnection[] = [
    {
      ...common,
      id: ids.bluesky,
      channel: 'bluesky',
      name: 'Bluesky',
      settings: { handle: blueskyAccount.handle },
      account: blueskyAccount,
    },
    {
      ...common,
      id: ids.fediverse,
      channel: 'fediverse',
      name: 'sociale.example',
      settings: { instance: 'sociale.example' },
      account: fediverseAccount,
    },
    {
      ...common,
      id: ids.mail,
      channel: 'mail',
      name: 'La posta di tutti',
      settings: { address: mailAccount.nativeId },
      account: mailAccount,
    },
    ...feeds.map((feed) => ({
      ...common,
      id: ids.feeds[feed.key],
      channel: 'feed',
      name: feed.name,
      settings: { url: feed.address },
      account: { nativeId: feed.address, name: feed.name, url: feed.address },
    })),
    {
      ...common,
      id: ids.byHand,
      channel: 'by-hand',
      name: 'A mano',
      settings: {},
      account: { nativeId: 'by-hand', name: 'A mano' },
    },
  ];
  return { ids, rows };
};
