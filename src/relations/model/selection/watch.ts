/** How a long choice is followed and called off; both are asked between short pieces of work. */
export type Watch = {
  /** A share of the work done, 0 to 1, never falling. */
  readonly onProgress?: (share: number) => void;
  readonly shouldStop?: () => boolean;
};

/** Unwinds a choice that was called off; `chooseTeam` turns it into a result, nobody else sees it. */
export class CalledOff extends Error {}

/** Throws `CalledOff` when the work is no longer wanted. */
export const goOn = (watch: Watch): void => {
  if (watch.shouldStop?.()) throw new CalledOff();
};
