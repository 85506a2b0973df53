/** What a batch finds that could be opened today, by places in the web; what is said of it, and whether it still holds, is seen when a list is read. */
export type Openings = {
  readonly doors: readonly Door[];
  readonly introducers: readonly Introducer[];
  readonly meetings: readonly Meeting[];
  readonly weakTies: readonly OurWeakTie[];
};

/** Somebody of ours who knows people of a circle where we know few. */
export type Door = {
  readonly person: number;
  readonly circle: number;
  readonly size: number;
  readonly weKnow: number;
  readonly theyKnow: number;
};

/** Somebody close to us who is close to one with whom we have never spoken. */
export type Introducer = {
  readonly person: number;
  readonly other: number;
  /** Decayed sums: ours with the person, and theirs with the other. */
  readonly ours: number;
  readonly theirs: number;
};

/** Two people close to us who do not know each other. */
export type Meeting = { readonly person: number; readonly other: number; readonly common: number };

/** A weak tie of ours that is worth nurturing. */
export type OurWeakTie = {
  readonly person: number;
  /** -1: they are in none. */
  readonly circle: number;
  /** 0..1: of those whom they and we know, the share that both know. */
  readonly overlap: number;
  /** People of that circle with whom we have a tie, they among them. */
  readonly joining: number;
};

type PersonAt<Each> = Omit<Each, 'person' | 'other' | 'circle'> & { readonly contactId: string };

/** The same by ids. */
export type StoredOpenings = {
  readonly doors: readonly (PersonAt<Door> & { readonly circleId: string })[];
  readonly introducers: readonly (PersonAt<Introducer> & { readonly otherId: string })[];
  readonly meetings: readonly (PersonAt<Meeting> & { readonly otherId: string })[];
  readonly weakTies: readonly (PersonAt<OurWeakTie> & { readonly circleId: string | null })[];
};

export const noOpenings: StoredOpenings = { doors: [], introducers: [], meetings: [], weakTies: [] };

/** By id; doors to circles that are not kept fall away. */
export const storeOpenings = (
  { doors, introducers, meetings, weakTies }: Openings,
  contactIds: readonly string[],
  circleIds: readonly (string | null)[],
): StoredOpenings => {
  const idOf = (person: number): string => contactIds[person] ?? '';
  return {
    doors: doors.flatMap(({ person, circle, ...rest }) => {
      const circleId = circleIds[circle];
      return circleId ? [{ contactId: idOf(person), circleId, ...rest }] : [];
    }),
    introducers: introducers.map(({ person, other, ...rest }) => ({
      contactId: idOf(person),
      otherId: idOf(other),
      ...rest,
    })),
    meetings: meetings.map(({ person, other, ...rest }) => ({
      contactId: idOf(person),
      otherId: idOf(other),
      ...rest,
    })),
    weakTies: weakTies.map(({ person, circle, ...rest }) => ({
      contactId: idOf(person),
      circleId: circleIds[circle] ?? null,
      ...rest,
    })),
  };
};
