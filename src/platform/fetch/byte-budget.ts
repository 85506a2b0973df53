import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * How many bytes of answers may be in memory at once, over all requests of the process. A large body waits for its turn before it is read
 * on, holding nothing: so nobody can wait for each other.
 */
export type ByteBudget = {
  /** Bytes that need no turn: so much of each body is read at once. */
  readonly free: number;
  /**
   * Resolves when `bytes` are ours, with the way to give back what was not needed (`shrink`) and all of it (`end`). Inside of `scope`
   * they are given back when it ends, and `end` does nothing. Rejects with the signal's reason.
   */
  take(bytes: number, signal: AbortSignal): Promise<Held>;
  /** What is read inside counts until the work is done, not only until it has been read. */
  scope<Value>(work: () => Promise<Value>): Promise<Value>;
};

export type Held = { shrink(bytes: number): void; end(): void };

type Scope = { held: number; isOver: boolean };
type Waiting = { readonly bytes: number; readonly begin: () => void };

export const createByteBudget = (total: number, free: number): ByteBudget => {
  const scopes = new AsyncLocalStorage<Scope>();
  const waiting: Waiting[] = [];
  let used = 0;

  const give = (bytes: number): void => {
    used -= bytes;
    // Whoever alone wants more than there is may have it when nobody else holds any.
    for (let next = waiting[0]; next && (used === 0 || used + next.bytes <= total); next = waiting[0]) {
      waiting.shift();
      used += next.bytes;
      next.begin();
    }
  };

  const wait = (bytes: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const leave = (): void => {
        waiting.splice(waiting.indexOf(turn), 1);
        reject(signal.reason);
      };
      const turn: Waiting = {
        bytes,
        begin: () => {
          signal.removeEventListener('abort', leave);
          resolve();
        },
      };
      signal.addEventListener('abort', leave, { once: true });
      waiting.push(turn);
    });

  const take = async (bytes: number, signal: AbortSignal): Promise<Held> => {
    signal.throwIfAborted();
    const around = scopes.getStore();
    // Who holds something already does not wait for more: two such could wait for each other.
    const isWaived = around !== undefined && around.held > 0;
    const fits = waiting.length === 0 && (used === 0 || used + bytes <= total);
    if (isWaived || fits) used += bytes;
    else await wait(bytes, signal);
    // Work that was given up may still come here: what it takes is its own.
    const scope = around?.isOver ? undefined : around;
    if (scope) scope.held += bytes;
    let mine = bytes;
    return {
      shrink: (to) => {
        const spare = Math.max(0, mine - to);
        if (scope?.isOver) return;
        mine -= spare;
        if (scope) scope.held -= spare;
        give(spare);
      },
      end: () => {
        if (scope) return;
        give(mine);
        mine = 0;
      },
    };
  };

  const scope: ByteBudget['scope'] = async (work) => {
    const mine: Scope = { held: 0, isOver: false };
    try {
      return await scopes.run(mine, work);
    } finally {
      mine.isOver = true;
      const { held } = mine;
      mine.held = 0;
      give(held);
    }
  };

  return { free, take, scope };
};
