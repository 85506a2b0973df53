/** The time is passed in, so that rules can be tested at any hour: `now` gives the current instant. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock for tests: it stands still until told to move. */
export const fixedClock = (start: Date): Clock & { advance(milliseconds: number): void } => {
  let current = start.getTime();
  return {
    now: () => new Date(current),
    advance: (milliseconds) => {
      current += milliseconds;
    },
  };
};
