import type { Linkedin, LinkedinContext } from './client.ts';
import { CommentSchema, PersonSchema } from './documents.ts';

/**
 * Who wrote these comments, as far as they let owners of pages know. Names are for the person who answers; where they cannot be read the
 * comments come without.
 */
export const readPeople = async (
  context: LinkedinContext,
  linkedin: Linkedin,
  comments: readonly unknown[],
): Promise<(comment: unknown) => unknown> => {
  const urns = new Set(comments.flatMap((comment) => personOf(comment) ?? []));
  const found = await linkedin.batch('dmaPeople', [...urns]);
  if (!found.ok) {
    context.log.warn({ problem: found.error.kind }, 'names of commenters could not be read');
    return () => undefined;
  }
  return (comment) => {
    const person = PersonSchema.safeParse(found.value.documents.get(personOf(comment) ?? '')).data;
    if (!person) return undefined;
    const { localizedFirstName, localizedLastName, firstName, lastName } = person;
    // Nothing else of a person is kept: no headline, no picture, no profile.
    return {
      localizedFirstName: localizedFirstName ?? firstName,
      localizedLastName: localizedLastName ?? lastName,
    };
  };
};

const personOf = (comment: unknown): string | undefined => {
  const known = CommentSchema.safeParse(comment).data;
  const actor = known?.actor ?? known?.author ?? known?.created?.actor;
  return actor && /^urn:li:person:[\w-]{1,100}$/.test(actor) ? actor : undefined;
};
