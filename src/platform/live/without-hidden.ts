import { validate } from 'uuid';
import type { NumberedChange } from './live-hub.ts';

/** Which of these ids are hidden. */
export type HiddenAmong = (ids: readonly string[]) => Promise<ReadonlySet<string>>;

/**
 * The changes without the hidden ids: gone from lists of ids, and the change with them when it spoke of nothing else. That a shield
 * changed over what is hidden is told as `reset` (load afresh), which names nothing.
 */
export const withoutHidden = async (
  changes: readonly NumberedChange[],
  hiddenAmong: HiddenAmong,
): Promise<readonly NumberedChange[]> => {
  const ids = [...new Set(changes.flatMap(({ payload }) => Object.values(payload).flatMap(idsIn)))];
  if (ids.length === 0) return changes;
  const hidden = await hiddenAmong(ids);
  return hidden.size === 0 ? changes : changes.flatMap((change) => seen(change, hidden));
};

const idsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.flatMap(idsIn) : typeof value === 'string' && validate(value) ? [value] : [];

const seen = (change: NumberedChange, hidden: ReadonlySet<string>): readonly NumberedChange[] => {
  const values = Object.entries(change.payload);
  const isAbout = values.some(([, value]) => typeof value === 'string' && hidden.has(value));
  if (isAbout) return change.kind === 'shield.changed' ? [{ ...change, kind: 'reset', payload: {} }] : [];
  const left = values.map(
    ([name, value]) => [name, Array.isArray(value) ? shown(value, hidden) : value] as const,
  );
  const hasLost = left.some(
    ([name, value]) => Array.isArray(value) && value.length < lengthOf(change.payload[name]),
  );
  if (!hasLost) return [change];
  const isEmptied = left.some(
    ([name, value]) => Array.isArray(value) && value.length === 0 && lengthOf(change.payload[name]) > 0,
  );
  return isEmptied ? [] : [{ ...change, payload: Object.fromEntries(left) }];
};

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

const shown = (list: readonly unknown[], hidden: ReadonlySet<string>): readonly unknown[] =>
  list.filter((one) => !(typeof one === 'string' && hidden.has(one)));
