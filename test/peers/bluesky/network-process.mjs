/**
 * Runs a whole Bluesky network (PLC, PDS, AppView, Ozone) in this process, for the tests that forked it.
 * Messages in: {id, verb}; out: {ready} once, then {id, result} or {id, error}.
 * Needs DB_POSTGRES_URL and REDIS_HOST, both on loopback; ends when its parent goes.
 */
import { TestNetwork } from '@atproto/dev-env';

const network = await TestNetwork.create({ dbPostgresSchema: 'passaparola' });

const verbs = {
  /** Everything written so far is seen by the AppView: notifications, threads, search. */
  processAll: () => network.processAll(),
  stop: async () => {
    await network.close();
    setImmediate(() => process.exit(0));
  },
};

process.on('message', async ({ id, verb }) => {
  try {
    process.send({ id, result: (await verbs[verb]()) ?? true });
  } catch (error) {
    process.send({ id, error: String(error?.stack ?? error) });
  }
});
process.on('disconnect', () => process.exit(0));
process.send({ ready: { pdsUrl: network.pds.url, appViewUrl: network.bsky.url, plcUrl: network.plc.url } });
