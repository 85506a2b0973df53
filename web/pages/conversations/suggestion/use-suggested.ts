import { useState } from 'react';

/** What a person has begun to write, and the draft of a language model that it began with, if it did. */
export type Begun = { readonly body: string; readonly suggestionId: string | null };

/** Whoever empties the page begins by themselves: what they write then is theirs alone. */
export const useSuggested = (draft: Begun | null) => {
  const [begun, setBegun] = useState<Begun>({
    body: draft?.body ?? '',
    suggestionId: draft?.suggestionId ?? null,
  });
  return {
    ...begun,
    setBody: (body: string) =>
      setBegun(({ suggestionId }) => ({ body, suggestionId: body.trim() === '' ? null : suggestionId })),
    /** Puts a proposal, or what was there before it, in the place of what is written. */
    take: setBegun,
  };
};
