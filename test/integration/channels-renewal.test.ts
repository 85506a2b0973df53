import net, { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { changeConnection } from '../../src/channels/actions/change-connection.ts';
import { removeConnection } from '../../src/channels/actions/remove-connection.ts';
import { watchExpiry } from '../../src/channels/actions/watch-expiry.ts';
import {
  authoriseWith,
  grantEndsAt,
  OAuthTokensSchema,
  type OAuthVendor,
  openAccess,
  vendorAt,
} from '../../src/channels/authorise-kit/index.ts';
import type { Channel, ChannelContext } from '../../src/channels/contract.ts';
import { feedChannel } from '../../src/channels/feed/channel.ts';
import { endingConnections, findConnection, openConnection } from '../../src/channels/index.ts';
import { channelsJobs } from '../../src/channels/jobs.ts';
import type { CreatedCompany, Member } from '../../src/people/index.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { err, expectOk, ok } from '../../src/platform/result.ts';
import { createTestPlatform, type TestPlatform } from '../harness/test-platform.ts';
import { waitUntil } from '../peers/kit/wait-until.ts';
import {
  type AuthorizationRules,
  type AuthorizationServer,
  createAuthorizationServer,
  json,
} from '../peers/vendors/authorization-server.ts';
import { serveVendor } from '../peers/vendors/serve.ts';
import { coordinatorOf, joinAgain, joinChannel } from './oauth-journey.ts';
import { makeCompany, makeMember } from './people-visitor.ts';

/** A channel of an OAuth vendor that does nothing but ask who we are. */
const plaza = vi.hoisted(() => ({ channel: undefined as Channel | undefined }));
vi.mock('../../src/channels/registry.ts', async (original) => {
  const registry = await original<typeof import('../../src/channels/registry.ts')>();
  return {
    ...registry,
    findChannel: (id: string) => (id === 'plaza' ? plaza.channel : registry.findChannel(id)),
  };
});

const SecretsSchema = z.object({ clientSecret: z.string().min(1) }).extend(OAuthTokensSchema.shape);
type Settings = { readonly clientId: string; readonly apiUrl: string };
type Secrets = z.infer<typeof SecretsSchema>;
const vendor: OAuthVendor = {
  issuer: 'https://plaza.example',
  authorizationEndpoint: 'https://plaza.example/authorize',
  tokenEndpoint: 'https://plaza.example/token',
  revocationEndpoint: 'https://plaza.example/revoke',
  scopes: ['read'],
  pkce: true,
  clientAuthentication: 'post',
};
const knownOf = (context: Pick<ChannelContext<Settings, Partial<Secrets>>, 'settings' | 'secrets'>) => ({
  vendor: vendorAt(vendor, context.settings.apiUrl),
  client: { clientId: context.settings.clientId, clientSecret: context.secrets.clientSecret },
});
const ask = async (context: ChannelContext<Settings, Secrets>) => {
  const { vendor: ours, client } = knownOf(context);
  const answer = await openAccess(context, ours, client).use(
    async (token) => {
      const response = await context.http.request(`${context.settings.apiUrl}/me`, {
        headers: { authorization: `Bearer ${token}` },
      });
      return response.ok ? response.value.status : 0;
    },
    (status) => status === 401,
  );
  if (!answer.ok) return answer;
  return answer.value === 200
    ? ok('cantina')
    : err({ kind: 'unauthorised' as const, detail: `${answer.value}` });
};
const field = (name: string, secret: boolean) =>
  ({ name, kind: 'text', label: { it: name, en: name }, required: true, secret }) as const;
const plazaChannel: Channel<Settings, Secrets> = {
  ...(feedChannel as unknown as Channel<Settings, Secrets>),
  manifest: {
    ...feedChannel.manifest,
    id: 'plaza',
    auth: 'oauth2',
    fields: [field('clientId', false), field('apiUrl', false), field('clientSecret', true)],
  },
  settingsSchema: z.object({ clientId: z.string(), apiUrl: z.string() }),
  secretsSchema: SecretsSchema,
  check: async (context) => {
    const me = await ask(context);
    if (!me.ok) return me;
    const expiresAt = grantEndsAt(context.secrets);
    return ok({ account: { nativeId: me.value }, notices: [], ...(expiresAt ? { expiresAt } : {}) });
  },
  authorise: authoriseWith(knownOf),
};

describe('permissions that end', () => {
  const clock = fixedClock(new Date());
  const letters: string[] = [];
  let smtp: net.Server;
  let harness: TestPlatform;
  let server: AuthorizationServer;
  let served: Awaited<ReturnType<typeof serveVendor>>;
  let company: CreatedCompany;
  let actor: Member;
  let count = 0;

  beforeAll(async () => {
    plaza.channel = plazaChannel as unknown as Channel;
    smtp = startLetterBox(letters);
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
    const { port } = smtp.address() as AddressInfo;
    const mail = { smtpUrl: `smtp://127.0.0.1:${port}`, from: 'casa@example.it' };
    harness = await createTestPlatform({ clock, config: { mail } });
    await harness.platform.jobs.start(channelsJobs(harness.platform).filter((job) => !job.cron));
    served = await serveVendor((asked) => {
      if (asked.url.pathname !== '/me') return server.handle(asked) ?? { status: 404 };
      const judged = server.judge(asked.headers.authorization);
      return json(judged === 'good' ? 200 : 401, {});
    });
  });
  afterAll(async () => {
    await harness?.close();
    await served?.close();
    smtp?.close();
  });
  beforeEach(async () => {
    count += 1;
    letters.length = 0;
    company = await makeCompany(harness.platform, 'Cantina', `Ada ${count}`);
    actor = coordinatorOf(company);
    await makeMember(harness.platform, company.workspaceId, `Ugo ${count}`, ['listener']);
    begin({});
  });

  const begin = (rules: Partial<AuthorizationRules>): void => {
    server = createAuthorizationServer(
      {
        ...{ clientId: 'app', clientSecret: 'segreto', scopes: ['read'] },
        redirectUris: [`${harness.platform.config.baseUrl}/api/connections/oauth/callback`],
        ...{ authorizePath: '/authorize', tokenPath: '/token', revokePath: '/revoke' },
        ...{ clientAuthentication: 'post', pkce: 'required', accessSeconds: 3_600, rotates: true },
        ...rules,
      },
      clock,
    );
  };
  const values = () => ({ clientId: 'app', clientSecret: 'segreto', apiUrl: served.origin });
  const join = async () => expectOk(await joinChannel(harness.platform, actor, 'plaza', values()));
  const open = async (id: string) => {
    const opened = expectOk(await openConnection(harness.platform, company.workspaceId, id));
    return opened.context as ChannelContext<Settings, Secrets>;
  };
  const rowOf = (id: string) =>
    harness.platform.database.inWorkspace(company.workspaceId, (tx) =>
      findConnection(tx, company.workspaceId, id),
    );
  const ending = () =>
    harness.platform.database.inWorkspace(company.workspaceId, (tx) =>
      endingConnections(tx, company.workspaceId, clock.now()),
    );
  const DAY = 86_400_000;

  it('are renewed once for many that ask at the same time, and what renews next is kept sealed', async () => {
    const { id } = await join();
    clock.advance(3_600_000);
    const contexts = await Promise.all(Array.from({ length: 5 }, () => open(id)));
    const before = contexts[0]?.secrets.refreshToken ?? '';
    const answers = await Promise.all(contexts.map((context) => ask(context)));
    expect(answers).toEqual(Array(5).fill(ok('cantina')));
    expect(server.asked).toEqual(['authorization_code', 'refresh_token']);
    const { secrets } = await open(id);
    expect(secrets.refreshToken).not.toBe(before);
    expect((await rowOf(id))?.secrets).not.toContain(secrets.refreshToken);
  });

  it('keep what renews them through a renewal that brings none', async () => {
    begin({ refreshTokenFor: { never: 'again' } });
    const { id } = await join();
    await (await open(id)).keepSecrets({ refreshToken: 'from-the-first-time', refreshExpiresAt: undefined });
    const again = expectOk(await joinAgain(harness.platform, actor, id));
    expect(again.id).toBe(id);
    expect((await open(id)).secrets).toMatchObject({
      refreshToken: 'from-the-first-time',
      clientSecret: 'segreto',
    });
  });

  it('are not lost by a correction that goes on meanwhile, nor by one that fails', async () => {
    const { id } = await join();
    clock.advance(3_600_000);
    // The check of the correction itself renews, then finds the vendor's API away.
    const check = vi.spyOn(plazaChannel, 'check').mockImplementationOnce(async (context) => {
      await ask(context);
      return err({ kind: 'unreachable', detail: 'away' });
    });
    const failed = await changeConnection(harness.platform, actor, id, {
      values: { clientSecret: 'segreto' },
    });
    check.mockRestore();
    expect(failed).toMatchObject({ ok: false, error: { kind: 'check-failed' } });
    expect(await ask(await open(id))).toEqual(ok('cantina'));
    clock.advance(3_600_000);
    const slow = vi.spyOn(plazaChannel, 'check').mockImplementationOnce(async () => {
      await ask(await open(id));
      return ok({ account: { nativeId: 'cantina' }, notices: [] });
    });
    expectOk(await changeConnection(harness.platform, actor, id, { values: { clientSecret: 'segreto' } }));
    slow.mockRestore();
    clock.advance(3_600_000);
    expect(await ask(await open(id))).toEqual(ok('cantina'));
    expect(server.isGranted()).toBe(true);
  });

  it('are warned of 14, 7 and 1 days before, once each, to those who can renew them', async () => {
    begin({ accessSeconds: 60 * 86_400, refreshTokenFor: { never: 'again' } });
    const { id } = await join();
    const told: number[] = [];
    for (let hours = 0; hours < 60 * 24; hours += 12) {
      await watchExpiry(harness.platform);
      const warned = (await rowOf(id))?.expiryWarned as { days: number } | null;
      if (warned && told.at(-1) !== warned.days) told.push(warned.days);
      expect((await ending()).map(({ connectionId }) => connectionId)).toEqual(warned ? [id] : []);
      clock.advance(12 * 3_600_000);
    }
    expect(told).toEqual([14, 7, 1]);
    await waitUntil(() => letters.length >= 3, { what: 'the letters' });
    expect(letters.every((letter) => letter.includes(`ada.${count}@example.it`))).toBe(true);
    expect(letters.map((letter) => /tra (\d+) giorni|(domani)/.exec(letter)?.[0] ?? '')).toEqual([
      'tra 14 giorni',
      'tra 7 giorni',
      'domani',
    ]);
    expectOk(await joinAgain(harness.platform, actor, id));
    expect(await ending()).toEqual([]);
  });

  it('are renewed before anybody is warned, where they renew by themselves', async () => {
    begin({ refreshSeconds: 30 * 86_400 });
    const { id } = await join();
    for (let day = 0; day < 90; day += 1) {
      await watchExpiry(harness.platform);
      clock.advance(DAY);
    }
    expect((await rowOf(id))?.expiryWarned).toBeNull();
    expect(await ask(await open(id))).toEqual(ok('cantina'));
    expect(letters.filter((letter) => letter.includes(`ada.${count}@`))).toEqual([]);
  });

  it('are given back when the connection is removed, unless another one of the same app lives', async () => {
    const { id } = await join();
    expectOk(await removeConnection(harness.platform, actor, id));
    expect(server.isGranted()).toBe(false);
    expect((await rowOf(id))?.secrets).toBeNull();
    const again = await join();
    expect(again.id).toBe(id);
    expect(server.isGranted()).toBe(true);
  });
});

/** Takes mail as RFC 5321 wants it, and remembers it. */
const startLetterBox = (letters: string[]): net.Server =>
  net.createServer((socket) => {
    let letter: string | undefined;
    let pending = '';
    socket.write('220 box\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      pending += data.toString('utf8');
      for (let end = pending.indexOf('\r\n'); end >= 0; end = pending.indexOf('\r\n')) {
        const line = pending.slice(0, end);
        pending = pending.slice(end + 2);
        if (letter === undefined) {
          if (line === 'DATA') letter = '';
          socket.write(line === 'DATA' ? '354 go on\r\n' : line === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n');
        } else if (line === '.') {
          letters.push(letter.replace(/=\r\n/g, ''));
          letter = undefined;
          socket.write('250 taken\r\n');
        } else letter += `${line}\r\n`;
      }
    });
  });
