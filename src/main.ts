import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { createApi } from './api.ts';
import { conversationRoom } from './conversation/index.ts';
import { listeningRoom } from './listening/index.ts';
import { createAuthentication, peopleRoom, prepareSetUp } from './people/index.ts';
import { createPlatform, type PlatformParts } from './platform/create-platform.ts';
import { startDispatching } from './platform/events/start-dispatching.ts';
import type { Platform } from './platform/platform.ts';

export type RunningHouse = {
  readonly platform: Platform;
  readonly address: string;
  /** Where the first person begins; null once somebody has. */
  readonly setUpLink: string | null;
  /** Resolves when all events told so far have been heard: for tests. */
  settled(): Promise<void>;
  /** Lets requests, deliveries and receivers end, then closes. */
  stop(): Promise<void>;
};

/** Configuration -> ground floor -> rooms -> HTTP and jobs. */
export const startHouse = async (parts: PlatformParts): Promise<RunningHouse> => {
  const { platform, close } = await createPlatform(parts);
  const authentication = createAuthentication(platform);
  const rooms = [peopleRoom(platform), listeningRoom(platform), conversationRoom(platform)];
  const dispatching = await startDispatching(
    platform,
    rooms.flatMap((room) => room.subscriptions ?? []),
  );
  await platform.jobs.start(rooms.flatMap((room) => room.jobs ?? []));
  const started = await Promise.all(rooms.map((room) => room.start?.()));
  const server = await listen(platform, createApi(platform, authentication).fetch);
  const setUp = await prepareSetUp(platform);
  return {
    platform,
    address: platform.config.baseUrl,
    setUpLink: setUp ? `${platform.config.baseUrl}/avvio/${setUp.token}` : null,
    settled: dispatching.settled,
    stop: async () => {
      await closeServer(server);
      await Promise.all(started.map((work) => work?.stop()));
      await dispatching.stop();
      await close();
    },
  };
};

const listen = async (
  platform: Platform,
  fetch: Parameters<typeof createAdaptorServer>[0]['fetch'],
): Promise<ServerType> => {
  const server = createAdaptorServer({ fetch });
  server.listen(platform.config.port, platform.config.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  platform.log.info({ port }, 'listening');
  return server;
};

/** Open streams would keep the door open for ever: a moment of grace, then it shuts. */
const closeServer = async (server: ServerType): Promise<void> => {
  const closed = once(server, 'close');
  server.close();
  const shut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 1_000);
  await closed;
  clearTimeout(shut);
};
