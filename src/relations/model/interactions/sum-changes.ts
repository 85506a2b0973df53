/** What a batch adds to the figures of a person. Instants are ISO 8601 in UTC. */
export type SummaryChange = {
  readonly contactId: string;
  readonly heardAt: string | null;
  readonly inAt: string | null;
  readonly outAt: string | null;
  readonly inCount: number;
  readonly outCount: number;
};

type Growing = { -readonly [Name in keyof SummaryChange]: SummaryChange[Name] };

type NewEdge = {
  readonly at: string;
  readonly fromIdentity: string | null;
  readonly toIdentity: string | null;
};

/** Sums up words that were heard and edges that are new, one entry a person; edges between two others count for nobody here. */
export const sumChanges = (
  heard: readonly { readonly contactId: string; readonly heardAt: string }[],
  edges: readonly NewEdge[],
  contactOf: ReadonlyMap<string, string>,
): readonly SummaryChange[] => {
  const changes = new Map<string, Growing>();
  const of = (contactId: string): Growing => {
    const change = changes.get(contactId) ?? {
      contactId,
      heardAt: null,
      inAt: null,
      outAt: null,
      inCount: 0,
      outCount: 0,
    };
    changes.set(contactId, change);
    return change;
  };
  for (const { contactId, heardAt } of heard) of(contactId).heardAt = later(of(contactId).heardAt, heardAt);
  for (const edge of edges) {
    const contactId = contactOf.get(otherEnd(edge));
    if (contactId !== undefined) addEdge(of(contactId), edge);
  }
  return [...changes.values()];
};

/** Theirs, when the other end is us; empty otherwise. */
const otherEnd = ({ fromIdentity, toIdentity }: NewEdge): string =>
  fromIdentity !== null && toIdentity !== null ? '' : (fromIdentity ?? toIdentity ?? '');

const addEdge = (change: Growing, { at, toIdentity }: NewEdge): void => {
  const instant = new Date(at).toISOString();
  if (toIdentity === null) {
    change.inAt = later(change.inAt, instant);
    change.inCount += 1;
  } else {
    change.outAt = later(change.outAt, instant);
    change.outCount += 1;
  }
};

const later = (one: string | null, other: string): string => (one === null || other > one ? other : one);
