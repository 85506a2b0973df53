/** How fast ties fade on a channel: what its own contacts say when there are enough of them, a usual value before that. */
import type { ContactLog } from './contact-log.ts';
import { fitHalfLife } from './half-life.ts';

/** Days. Chat-like channels (GRAPH.md, definition 1). */
const CHAT = 7;
/** Letters and meetings keep longer. */
const SLOW = 30;
const slow: ReadonlySet<string> = new Set(['mail', 'by-hand']);

/** Fewer pairs that met again, over all cut-offs, and a fit would follow chance. */
const ENOUGH = 200;

export const usualHalfLife = (channel: string): number => (slow.has(channel) ? SLOW : CHAT);

/** Days, and whether they were fitted on this channel's own contacts. */
export const channelHalfLife = (
  channel: string,
  log: ContactLog,
): { readonly halfLifeDays: number; readonly fitted: boolean; readonly auc: number | null } => {
  const trial = fitHalfLife(log);
  if (!trial.ok || trial.value.positives < ENOUGH)
    return { halfLifeDays: usualHalfLife(channel), fitted: false, auc: null };
  return { ...trial.value.chosen, fitted: true };
};
