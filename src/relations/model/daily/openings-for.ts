import type { Words } from '../../../channels/index.ts';
import { shownStrength } from '../map/shown-strength.ts';
import type { StoredOpenings } from '../openings/openings.ts';
import type { Candidate, Consent } from './candidate.ts';
import type { ReasonKind } from './reason-kind.ts';

/** What a batch found of somebody, as the list wants it. */
export type Opened = Pick<Candidate, 'bridge' | 'introduction' | 'meeting' | 'weakTie'>;

/** Somebody as they are now; who may not be spoken to is not among those given. */
type PersonNow = {
  readonly name: string;
  readonly consent: Consent;
  /** 0..1 of our tie. */
  readonly strength: number;
  /** Something has passed between us since: they need no introduction. */
  readonly hasSpoken: boolean;
};
type CircleNow = { readonly name: Words };

/**
 * Of somebody, what of the batch's findings still holds: people who are gone, or want to be left alone, and circles that are no
 * more fall away, and nobody is introduced to whom we have spoken with meanwhile.
 */
export const openingsFor = (
  { doors, introducers, meetings, weakTies }: StoredOpenings,
  people: ReadonlyMap<string, PersonNow>,
  circles: ReadonlyMap<string, CircleNow>,
): ((contactId: string) => Opened) => {
  const [doorOf, introducerOf, meetingOf, weakTieOf] = [
    byContact(doors),
    byContact(introducers),
    byContact(meetings),
    byContact(weakTies),
  ];
  const circleOf = (id: string | null) => {
    const circle = id === null ? undefined : circles.get(id);
    return id !== null && circle ? { id, name: circle.name } : null;
  };
  return (contactId) => {
    const [door, introducer] = [doorOf.get(contactId), introducerOf.get(contactId)];
    const [meeting, weakTie] = [meetingOf.get(contactId), weakTieOf.get(contactId)];
    const circle = door ? circleOf(door.circleId) : null;
    const stranger = introducer && people.get(introducer.otherId);
    const other = meeting && people.get(meeting.otherId);
    const ours = people.get(contactId)?.strength ?? 0;
    return {
      bridge:
        door && circle ? { circle, size: door.size, weKnow: door.weKnow, theyKnow: door.theyKnow } : null,
      introduction:
        introducer && stranger && !stranger.hasSpoken
          ? {
              other: named(introducer.otherId, stranger),
              strengths: [ours, shownStrength(introducer.theirs)],
            }
          : null,
      meeting:
        meeting && other
          ? {
              other: named(meeting.otherId, other),
              strengths: [ours, other.strength],
              common: meeting.common,
            }
          : null,
      weakTie: weakTie
        ? { circle: circleOf(weakTie.circleId), overlap: weakTie.overlap, joining: weakTie.joining }
        : null,
    };
  };
};

const named = (contactId: string, { name, consent }: PersonNow) => ({ contactId, name, consent });

const byContact = <Each extends { readonly contactId: string }>(
  found: readonly Each[],
): ReadonlyMap<string, Each> =>
  // The first found is the best.
  new Map([...found].reverse().map((each) => [each.contactId, each]));

/** Of each kind so many: a list has ten places, and some of these people were spoken with lately, or want quiet. */
const MOST_OF_A_KIND = 25;

/** The best of each kind of those whom the past does not hold back. */
export const freeOpenings = (
  { doors, introducers, meetings, weakTies }: StoredOpenings,
  isFree: (contactId: string, kind: ReasonKind) => boolean,
): StoredOpenings => {
  const free = <Each extends { readonly contactId: string }>(found: readonly Each[], kind: ReasonKind) =>
    found.filter(({ contactId }) => isFree(contactId, kind)).slice(0, MOST_OF_A_KIND);
  return {
    doors: free(doors, 'bridge'),
    introducers: free(introducers, 'introduction'),
    meetings: free(meetings, 'meeting'),
    weakTies: free(weakTies, 'weak-tie'),
  };
};

/** Whom the findings are about, and the others whom they name. */
export const peopleIn = ({
  doors,
  introducers,
  meetings,
  weakTies,
}: StoredOpenings): { readonly first: readonly string[]; readonly others: readonly string[] } => ({
  first: [...doors, ...introducers, ...meetings, ...weakTies].map(({ contactId }) => contactId),
  others: [...introducers, ...meetings].map(({ otherId }) => otherId),
});

export const circlesIn = ({ doors, weakTies }: StoredOpenings): readonly string[] => [
  ...new Set([...doors, ...weakTies].flatMap(({ circleId }) => (circleId === null ? [] : [circleId]))),
];
