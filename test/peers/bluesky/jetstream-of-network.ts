import { stringifyLex } from '@atproto/api';
import { IdResolver } from '@atproto/identity';
import { type Event, Firehose } from '@atproto/sync';
import { waitUntil } from '../kit/wait-until.ts';
import {
  type JetstreamEvent,
  type JetstreamServer,
  startJetstream,
} from '../vendors/jetstream/jetstream-server.ts';
import type { BlueskyNetwork } from './bluesky-network.ts';

/** The simulated Jetstream, told by the real network's own firehose, read with the official library. */
export async function startJetstreamOf(network: BlueskyNetwork): Promise<JetstreamServer> {
  const jetstream = await startJetstream();
  let hasHeard = false;
  const firehose = new Firehose({
    service: network.pdsUrl.replace(/^http/, 'ws'),
    idResolver: new IdResolver({ plcUrl: network.plcUrl }),
    unauthenticatedCommits: true,
    unauthenticatedHandles: true,
    onError: () => undefined,
    handleEvent: (event) => {
      hasHeard = true;
      const told = eventOf(event);
      if (told) jetstream.tell(told);
    },
    getCursor: () => 0,
  });
  void firehose.start();
  await waitUntil(() => hasHeard, { what: 'the firehose of the network' });
  return {
    ...jetstream,
    stop: async () => {
      await firehose.destroy();
      await jetstream.stop();
    },
  };
}

function eventOf(event: Event): JetstreamEvent | undefined {
  const { did } = event;
  switch (event.event) {
    case 'create':
    case 'update': {
      const { rev, event: operation, collection, rkey, cid } = event;
      const record: unknown = JSON.parse(stringifyLex(event.record));
      return {
        did,
        kind: 'commit',
        commit: { rev, operation, collection, rkey, record, cid: cid.toString() },
      };
    }
    case 'delete': {
      const { rev, collection, rkey } = event;
      return { did, kind: 'commit', commit: { rev, operation: 'delete', collection, rkey } };
    }
    case 'identity':
      return { did, kind: 'identity', identity: { did, seq: event.seq, time: event.time } };
    case 'account': {
      const { active, status, seq, time } = event;
      return { did, kind: 'account', account: { active, did, seq, time, ...(status ? { status } : {}) } };
    }
    default:
      return undefined;
  }
}
