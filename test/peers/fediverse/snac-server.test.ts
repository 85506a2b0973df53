import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitUntil } from '../kit/wait-until.ts';
import { type SnacServer, startSnac } from './snac-server.ts';

const soon = 40_000;

describe('two real snac hosts', () => {
  let ours: SnacServer;
  let theirs: SnacServer;
  beforeAll(async () => {
    [ours, theirs] = await Promise.all([startSnac({ users: ['cantina'] }), startSnac({ users: ['anna'] })]);
  });
  afterAll(() => Promise.all([ours?.stop(), theirs?.stop()]));

  const mentioned = (uri: string) => async () =>
    (await ours.notifications('cantina')).find(({ status }) => status?.uri === uri);

  it('bring a stranger’s mention as a notification, and our reply back into her thread', async () => {
    const mention = await theirs.post('anna', `Il vino di @cantina@${ours.host} è arrivato rotto`);
    const notice = await waitUntil(mentioned(mention.uri), { what: 'the mention', within: soon });
    expect(notice).toMatchObject({ type: 'mention', account: { acct: `anna@${theirs.host}` } });
    const reply = await ours.post('cantina', `@anna@${theirs.host} te lo rimandiamo domani`, {
      inReplyTo: mention.uri,
    });
    expect((await ours.statuses('cantina')).map(({ uri }) => uri)).toContain(reply.uri);
    const arrived = async () =>
      (await theirs.notifications('anna')).find(({ status }) => status?.uri === reply.uri);
    const answer = await waitUntil(arrived, { what: 'the reply', within: soon });
    expect(answer.status?.in_reply_to_id).toBe(mention.id);
  });

  it('bring an edit across', async () => {
    const mention = await theirs.post('anna', `@cantina@${ours.host} prima versione`);
    await waitUntil(mentioned(mention.uri), { what: 'the mention', within: soon });
    await theirs.edit('anna', mention, `@cantina@${ours.host} seconda versione`);
    await waitUntil(
      async () => (await mentioned(mention.uri)())?.status?.content.includes('seconda versione'),
      { what: 'the edit', within: soon },
    );
  });

  it('bring a deletion across to a follower', async () => {
    await ours.follow('cantina', `${theirs.url}/anna`);
    const followed = async () => (await theirs.notifications('anna')).some(({ type }) => type === 'follow');
    await waitUntil(followed, { what: 'the follower', within: soon });
    const mention = await theirs.post('anna', `@cantina@${ours.host} me ne pento`);
    const notice = await waitUntil(mentioned(mention.uri), { what: 'the mention', within: soon });
    await theirs.remove('anna', mention.uri);
    const here = `/api/v1/statuses/${notice.status?.id}`;
    const gone = () =>
      ours.api('cantina', 'GET', here).then(
        () => false,
        () => true,
      );
    await waitUntil(gone, { what: 'the deletion', within: soon });
    expect((await fetch(mention.uri, { headers: { accept: 'application/activity+json' } })).status).toBe(404);
  });

  it('tell us of a new follower', async () => {
    await theirs.follow('anna', `${ours.url}/cantina`);
    const follower = async () => (await ours.notifications('cantina')).find(({ type }) => type === 'follow');
    const notice = await waitUntil(follower, { what: 'the follower', within: soon });
    expect(notice.account.acct).toBe(`anna@${theirs.host}`);
  });
});
