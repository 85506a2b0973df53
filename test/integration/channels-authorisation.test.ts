import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Channel } from '../../src/channels/contract.ts';
import { feedChannel } from '../../src/channels/feed/channel.ts';
import { openConnection } from '../../src/channels/index.ts';
import type { CreatedCompany } from '../../src/people/index.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { err, expectOk, ok } from '../../src/platform/result.ts';
import { createTestPlatform, type TestPlatform } from '../harness/test-platform.ts';
import { channelsServer } from './channels-server.ts';
import { makeCompany, makeMember, signedInAs, type Visitor } from './people-visitor.ts';

/** A channel that sends people away for permission, and says who came back by the code that they bring. */
const plaza = vi.hoisted(() => ({ channel: undefined as Channel | undefined }));
vi.mock('../../src/channels/registry.ts', async (original) => {
  const registry = await original<typeof import('../../src/channels/registry.ts')>();
  return {
    ...registry,
    findChannel: (id: string) => (id === 'plaza' ? plaza.channel : registry.findChannel(id)),
  };
});

const SecretsSchema = z.object({ client: z.string(), token: z.string() });
const plazaChannel: Channel<{ instance: string }, z.infer<typeof SecretsSchema>> = {
  ...(feedChannel as unknown as Channel<{ instance: string }, z.infer<typeof SecretsSchema>>),
  manifest: {
    ...feedChannel.manifest,
    id: 'plaza',
    auth: 'oauth2',
    fields: [{ name: 'instance', kind: 'text', label: { it: 'Istanza', en: 'Instance' }, required: true }],
  },
  settingsSchema: z.object({ instance: z.string() }),
  secretsSchema: SecretsSchema,
  check: async ({ secrets }) => ok({ account: { nativeId: `account-of-${secrets.token}` }, notices: [] }),
  authorise: {
    begin: async (context, redirectUri, state) => {
      await context.keepSecrets({ client: 'app-1' });
      const query = new URLSearchParams({ redirect_uri: redirectUri, state });
      return ok({
        url: `https://${context.settings.instance}/authorize?${query}`,
        keep: { verifier: 'v-1' },
      });
    },
    complete: async ({ secrets }, keep, { code }) =>
      keep.verifier === 'v-1' && code
        ? ok({ client: secrets.client ?? '', token: code })
        : err({ kind: 'unauthorised', detail: 'no code' }),
  },
};

describe('joining up a channel by its own permission page', () => {
  const clock = fixedClock(new Date());
  let harness: TestPlatform;
  let company: CreatedCompany;
  let ada: Visitor;
  let path: string;

  beforeAll(async () => {
    plaza.channel = plazaChannel as unknown as Channel;
    harness = await createTestPlatform({ clock });
    company = await makeCompany(harness.platform, 'Cantina', 'Ada');
    ada = await signedInAs(channelsServer(harness.platform), 'Ada');
    path = `/api/workspaces/${company.workspaceId}/connections`;
  });
  afterAll(() => harness?.close());

  const leave = async (): Promise<{ readonly state: string; readonly connectionId: string }> => {
    const { status, body } = await ada.post(path, {
      channel: 'plaza',
      values: { instance: 'plaza.example' },
    });
    expect(status).toBe(202);
    const url = new URL(body.authorizeUrl);
    expect(url.searchParams.get('redirect_uri')).toBe(
      `${harness.platform.config.baseUrl}/api/connections/oauth/callback`,
    );
    return { state: url.searchParams.get('state') ?? '', connectionId: body.connectionId };
  };
  const comeBack = async (visitor: Visitor, state: string, query: Readonly<Record<string, string>>) => {
    const there = await visitor.get(
      `/api/connections/oauth/callback?${new URLSearchParams({ state, ...query })}`,
    );
    expect(there.status).toBe(302);
    const onward = new URL(there.headers.get('location') ?? '');
    return visitor.get(onward.pathname + onward.search);
  };
  const outcomeOf = (answer: { readonly headers: Headers }): string | null =>
    URL.parse(answer.headers.get('location') ?? '')?.searchParams.get('esito') ?? null;

  it('keeps nothing until the person is back, and then all that was granted', async () => {
    const { state, connectionId } = await leave();
    expect(state).not.toContain(company.workspaceId);
    expect((await ada.get(path)).body.connections).toEqual([]);
    const back = await comeBack(ada, state, { code: 'granted' });
    expect(back.status).toBe(302);
    expect(new URL(back.headers.get('location') ?? '').pathname).toBe(`/${company.slug}/impostazioni/canali`);
    expect(outcomeOf(back)).toBe('collegato');
    const opened = expectOk(await openConnection(harness.platform, company.workspaceId, connectionId));
    expect(opened.context.secrets).toEqual({ client: 'app-1', token: 'granted' });
    expect(JSON.stringify((await ada.get(path)).body)).not.toMatch(/app-1|"granted"/);
  });

  it('takes each return once', async () => {
    const { state } = await leave();
    expect(outcomeOf(await comeBack(ada, state, { code: 'once' }))).toBe('collegato');
    expect(outcomeOf(await comeBack(ada, state, { code: 'twice' }))).toBe('not-found');
  });

  it('takes no return after a quarter of an hour', async () => {
    const { state } = await leave();
    clock.advance(15 * 60_000);
    expect(outcomeOf(await comeBack(ada, state, { code: 'late' }))).toBe('not-found');
  });

  it('takes the return only of the one who left', async () => {
    const { state } = await leave();
    await makeMember(harness.platform, company.workspaceId, 'Ugo', ['coordinator']);
    const ugo = await signedInAs(channelsServer(harness.platform), 'Ugo');
    expect(outcomeOf(await comeBack(ugo, state, { code: 'stolen' }))).toBe('not-found');
    await makeCompany(harness.platform, 'Altra', 'Eva');
    const eva = await signedInAs(channelsServer(harness.platform), 'Eva');
    expect((await comeBack(eva, state, { code: 'stolen' })).status).toBe(404);
    expect(outcomeOf(await comeBack(ada, state, { code: 'mine' }))).toBe('collegato');
  });

  it('says so when the person refused', async () => {
    const { state } = await leave();
    expect(outcomeOf(await comeBack(ada, state, { error: 'access_denied' }))).toBe('channel-unauthorised');
  });

  it('renews the access of an account, never with another account', async () => {
    const { state, connectionId } = await leave();
    await comeBack(ada, state, { code: 'first' });
    const renew = async () => {
      const { body } = await ada.post(`${path}/${connectionId}/authorise`);
      return new URL(body.authorizeUrl).searchParams.get('state') ?? '';
    };
    expect(outcomeOf(await comeBack(ada, await renew(), { code: 'somebody-else' }))).toBe('other-account');
    expect(outcomeOf(await comeBack(ada, await renew(), { code: 'first' }))).toBe('collegato');
  });
});
