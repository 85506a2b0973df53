/** At most `atOnce` pieces of work are under way; the others wait, and begin in the order in which they came. */
export const takeTurns = (atOnce: number): (<Value>(work: () => Promise<Value>) => Promise<Value>) => {
  let free = atOnce;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
};
