import { afterwardsRoom } from './afterwards/index.ts';
import { alertsRoom } from './alerts/index.ts';
import { createApi } from './api.ts';
import { assistantRoom, createAssistant } from './assistant/index.ts';
import { careRoom } from './care/index.ts';
import { channelsRoom } from './channels/index.ts';
import { conversationRoom, type OpenCorrespondent } from './conversation/index.ts';
import { crisisRoom, everythingWaits } from './crisis/index.ts';
import { importsRoom } from './imports/index.ts';
import { createIntegrations, integrationsRoom } from './integrations/index.ts';
import { listeningRoom } from './listening/index.ts';
import { type Authentication, createAuthentication, peopleRoom, prepareSetUp } from './people/index.ts';
import { closeInOrder } from './platform/close-in-order.ts';
import { localAddress } from './platform/config/config.ts';
import { createPlatform, type PlatformParts } from './platform/create-platform.ts';
import { startDispatching } from './platform/events/start-dispatching.ts';
import { createDoor } from './platform/http/door.ts';
import type { Platform } from './platform/platform.ts';
import { tidyJob } from './platform/tidy.ts';
import { protectionRoom } from './protection/index.ts';
import { relationsRoom } from './relations/index.ts';
import { rulesRoom } from './rules/index.ts';
import { type CompanyReader, createCompanyReader, understandingRoom } from './understanding/index.ts';

export type RunningHouse = {
  readonly platform: Platform;
  readonly authentication: Authentication;
  /** How each company reads what comes in. */
  readonly reader: CompanyReader;
  /** What people type to come here. */
  readonly address: string;
  /** Where the first person begins; null once somebody has. */
  readonly setUpLink: string | null;
  /** Resolves when all that was told so far has been heard: for tests. */
  settled(): Promise<void>;
  /** Lets requests, deliveries and receivers end, then closes. */
  stop(): Promise<void>;
};

export type HouseParts = PlatformParts & {
  /** Who sends our answers; the channels themselves unless told otherwise. The demonstration keeps them here. */
  readonly correspondents?: (platform: Platform) => OpenCorrespondent;
};

/** Configuration -> door -> ground floor -> rooms -> HTTP and jobs. */
export const startHouse = async ({ correspondents, ...parts }: HouseParts): Promise<RunningHouse> => {
  const door = await createDoor(parts.config.host, parts.config.port);
  const config =
    parts.config.port === 0
      ? { ...parts.config, port: door.port, baseUrl: localAddress(door.port) }
      : parts.config;
  const { platform, close } = await createPlatform({ ...parts, config });
  const authentication = createAuthentication(platform);
  const answering = {
    ...(correspondents ? { openCorrespondent: correspondents(platform) } : {}),
    // Asked of a room above, which the room of conversation cannot know.
    everythingWaits,
  };
  const reader = await createCompanyReader(platform);
  const assistant = createAssistant(platform);
  const integrations = createIntegrations(platform);
  const rooms = [
    peopleRoom(platform),
    channelsRoom(platform),
    listeningRoom(platform, { read: reader.read }),
    importsRoom(platform, { read: reader.read }),
    // Before the room that tells the open screens: see its recording.
    relationsRoom(platform),
    conversationRoom(platform, answering),
    understandingRoom(platform, reader),
    assistantRoom(assistant),
    // After the room of relations: who has reach is asked of it.
    alertsRoom(platform),
    // After the room of conversation: which answers belong to a case is asked of it.
    careRoom(platform),
    crisisRoom(platform),
    // After the rooms of which it asks.
    rulesRoom(platform),
    protectionRoom(platform),
    // After the rooms of conversation and care: what is over is asked of them.
    afterwardsRoom(platform, answering),
    integrationsRoom(integrations),
  ];
  const dispatching = await startDispatching(
    platform,
    rooms.flatMap((room) => room.subscriptions ?? []),
  );
  await platform.jobs.start([tidyJob(platform), ...rooms.flatMap((room) => room.jobs ?? [])]);
  const working = await Promise.all(rooms.map((room) => room.start?.()));
  const setUp = await prepareSetUp(platform);
  door.open(createApi(platform, authentication, { reader, assistant, integrations }, answering).fetch);
  return {
    platform,
    authentication,
    reader,
    address: config.baseUrl,
    setUpLink: setUp ? `${config.baseUrl}/avvio/${setUp.token}` : null,
    settled: dispatching.settled,
    stop: async () => {
      const letGo = () => Promise.all([door.close(), ...working.map((work) => work?.stop())]);
      await closeInOrder(
        [
          { name: 'door and rooms', close: letGo },
          { name: 'dispatching', close: dispatching.stop },
        ],
        platform.log,
      );
      await close();
    },
  };
};
