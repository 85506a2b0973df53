/** Of each month its last day known, the newest month first. */
export const lastOfMonths = <Snapshot extends { readonly day: string }>(
  snapshots: readonly Snapshot[],
): readonly Snapshot[] => {
  const byMonth = new Map<string, Snapshot>();
  for (const snapshot of snapshots) {
    const month = snapshot.day.slice(0, 7);
    const known = byMonth.get(month);
    if (!known || known.day < snapshot.day) byMonth.set(month, snapshot);
  }
  return [...byMonth.values()].sort((one, other) => (one.day < other.day ? 1 : -1));
};
