import type { PassReason, Question } from './asking.ts';

/** What decides whether somebody is asked. Nothing here knows whether they are pleased. */
export type EndedThread = {
  readonly isPublic: boolean;
  /** They (or the same person elsewhere) were asked within the quiet days. */
  readonly askedRecently: boolean;
  /** They asked to be left alone or left out. */
  readonly objected: boolean;
  /** Insults or threats were said in it: whoever was attacked is not sent back there. */
  readonly isHarsh: boolean;
  /** One of ours who answered and may still answer. */
  readonly personId: string | null;
  /** A case of theirs that stands solved. */
  readonly solvedCaseId: string | null;
};

export type Verdict =
  | { readonly ask: true; readonly question: Question }
  | { readonly ask: false; readonly because: PassReason };

/**
 * The whole rule, told in the settings word by word: everybody whose conversation with us has ended is asked, whatever they said, but for
 * these reasons. No reading of what they said takes part but for insults.
 */
export const decideAsking = (thread: EndedThread, asksInPublic: boolean): Verdict => {
  if (thread.objected) return { ask: false, because: 'objected' };
  if (thread.isHarsh) return { ask: false, because: 'harsh' };
  if (thread.isPublic && !asksInPublic) return { ask: false, because: 'public' };
  if (thread.askedRecently) return { ask: false, because: 'recently' };
  if (thread.personId === null) return { ask: false, because: 'nobody' };
  return { ask: true, question: thread.solvedCaseId ? 'solved' : 'how' };
};
