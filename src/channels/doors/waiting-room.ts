import { setTimeout as rest } from 'node:timers/promises';
import type { DeliveryStatus } from '../actions/delivery-status.ts';
import type { PushEnd } from '../push-contract.ts';
import type { Waiting } from '../store/inbound-deliveries.ts';

/** Milliseconds that an answer waits for the end of its delivery, and between two looks. */
const LONGEST_MS = 8_000;
const LOOK_MS = 150;
/** Answers that wait at once, in all and of one door: a flood is answered without waiting. */
const MOST = 24;
const MOST_OF_A_DOOR = 6;
/** Deliveries remembered as taken. In this process alone: another reads such a thing again, which changes nothing. */
const MOST_REMEMBERED = 5_000;

export type WaitingRoom = {
  /** How the delivery ended; undefined when that is not known in time. */
  endOf(whose: Waiting, id: string, digest: string): Promise<PushEnd | undefined>;
};

/** Where an answer waits that is to say how it went. */
export const createWaitingRoom = (
  look: (whose: Waiting, id: string) => Promise<DeliveryStatus | undefined>,
  longestMs: number = LONGEST_MS,
): WaitingRoom => {
  const atDoor = new Map<string, number>();
  const taken = new Set<string>();
  let all = 0;
  const wait = async (whose: Waiting, id: string): Promise<PushEnd | undefined> => {
    for (let waited = 0; waited < longestMs; waited += LOOK_MS) {
      await rest(LOOK_MS);
      const status = await look(whose, id);
      if (!status) return undefined;
      if (status.state !== 'waiting') return status.reason ?? 'taken';
    }
    return undefined;
  };
  const remember = (key: string): void => {
    taken.add(key);
    const [oldest] = taken;
    if (taken.size > MOST_REMEMBERED && oldest !== undefined) taken.delete(oldest);
  };
  return {
    endOf: async (whose, id, digest) => {
      const key = `${whose.connectionId} ${digest}`;
      const here = atDoor.get(whose.connectionId) ?? 0;
      if (all >= MOST || here >= MOST_OF_A_DOOR) return undefined;
      all += 1;
      atDoor.set(whose.connectionId, here + 1);
      try {
        const end = await wait(whose, id);
        const isRepeated = end === 'taken' && taken.has(key);
        if (end === 'taken') remember(key);
        else if (end !== undefined) taken.delete(key);
        return isRepeated ? 'repeated' : end;
      } finally {
        all -= 1;
        const left = (atDoor.get(whose.connectionId) ?? 1) - 1;
        if (left > 0) atDoor.set(whose.connectionId, left);
        else atDoor.delete(whose.connectionId);
      }
    },
  };
};
