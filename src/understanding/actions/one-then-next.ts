export type OneThenNext<Value> = {
  /** Begins the work; while it is under way, what is asked for is begun once right after it, for all who asked. */
  ask(): Promise<Value>;
  /** The work under way. */
  underWay(): Promise<Value> | undefined;
};

/** Work that looks at how things stand when it begins: it is never done twice at once, and never later than after the one before. */
export const oneThenNext = <Value>(work: () => Promise<Value>): OneThenNext<Value> => {
  let running: Promise<Value> | undefined;
  let next: Promise<Value> | undefined;
  const ask = (): Promise<Value> => {
    if (running) {
      const again = () => {
        next = undefined;
        return ask();
      };
      next ??= running.then(again, again);
      return next;
    }
    running = work().finally(() => {
      running = undefined;
    });
    return running;
  };
  return { ask, underWay: () => running };
};
