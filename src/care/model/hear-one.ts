import type { Case } from './case.ts';

/** What of a mention decides. */
type HeardMention = {
  readonly saidAt: string;
  readonly reading: {
    readonly polarity: string;
    readonly intents: readonly string[];
    readonly confidence: Readonly<Record<string, number>>;
    readonly proposed: unknown;
  } | null;
};

type NearCase = Pick<Case, 'endedAt' | 'reportedAt' | 'state'> & {
  /** Its author is one of the people of this case. */
  readonly isTheirs: boolean;
  /** It was said in the conversation of this case. */
  readonly isSameThread: boolean;
};

/** Weeks are another matter: a new complaint elsewhere opens a new case. Days. */
const SAME_MATTER_DAYS = 30;
const PRAISE_DAYS = 90;
const DAY_MS = 86_400_000;

/**
 * What a mention of somebody else means for the case nearest to it: of the same conversation, else the author's latest. A reading
 * that a language model only proposed is sure of nothing.
 */
export const hearOne = (
  { saidAt, reading }: HeardMention,
  { opensByItself, sureFrom }: { readonly opensByItself: boolean; readonly sureFrom: number },
  near: NearCase | undefined,
): 'open' | 'join' | 'reopen' | 'praise' | 'nothing' => {
  const isSure = (intent: string): boolean =>
    reading !== null &&
    !reading.proposed &&
    reading.intents.includes(intent) &&
    (reading.confidence[intent] ?? 0) >= sureFrom;
  const isComplaint = isSure('complaint');
  const at = Date.parse(saidAt);
  if (near && at >= near.reportedAt.getTime()) {
    if (near.endedAt === null) {
      if (near.isSameThread && (near.isTheirs || isComplaint)) return 'join';
      if (isComplaint && near.isTheirs && at - near.reportedAt.getTime() < SAME_MATTER_DAYS * DAY_MS)
        return 'join';
    } else {
      const isSoon = at - near.endedAt.getTime() < PRAISE_DAYS * DAY_MS && at >= near.endedAt.getTime();
      if (isComplaint && near.isTheirs && near.isSameThread) return 'reopen';
      const isPraise = reading?.intents.includes('praise') && reading.polarity === 'pos';
      if (near.isTheirs && isSoon && isPraise && !isComplaint) return 'praise';
    }
  }
  return isComplaint && opensByItself ? 'open' : 'nothing';
};
