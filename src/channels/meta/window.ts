import type { Draft, Violation, Words } from '../contract.ts';

const HOUR_MS = 3_600_000;

/**
 * Whether the time in which a message may be answered has passed when the draft was written. PURE. Nothing when either time is unknown:
 * then the vendor says so itself.
 */
export const windowViolations = (draft: Draft, hours: number, why: Words): readonly Violation[] => {
  const said = Date.parse(draft.inReplyTo?.saidAt ?? '');
  const written = Date.parse(draft.writtenAt ?? '');
  if (Number.isNaN(said) || Number.isNaN(written)) return [];
  return written - said > hours * HOUR_MS ? [{ kind: 'closed', why }] : [];
};
