/** What of a mention decides whether it can mean anything for a case. */
type Standing = {
  readonly id: string;
  readonly authorId: string;
  readonly threadId: string | null;
  readonly isComplaint: boolean;
  readonly isNearCase: boolean;
};

/**
 * The mentions of a batch that can mean something for a case: complaints, those near a case, and those of the same conversation or author
 * as one of these, for which a case may begin within the batch. To be asked of the others one by one would cost as much as taking them in.
 */
export const calledBy = (batch: readonly Standing[]): ReadonlySet<string> => {
  const calling = batch.filter(({ isComplaint, isNearCase }) => isComplaint || isNearCase);
  const places = new Set(calling.flatMap(placesOf));
  const near = (one: Standing): boolean => placesOf(one).some((place) => places.has(place));
  return new Set(batch.filter(near).map(({ id }) => id));
};

const placesOf = ({ authorId, threadId }: Standing): readonly string[] =>
  threadId === null ? [authorId] : [authorId, threadId];
