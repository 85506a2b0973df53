import { type DraftInput, prepareDraft } from './draft.ts';
import type { ToneFinding } from './finding.ts';
import { joinAnnouncements } from './join-announcements.ts';
import { rules } from './rules.ts';
import { isShown, type Strictness } from './strictness.ts';

/**
 * What a careful colleague would mend in a draft, in the order of the text (what is missing at the end last). Pure, in
 * time linear in the text; at most 40 findings of a kind. Whether we are answering a complaint is for the caller to say.
 */
export const readTone = (input: DraftInput, strictness: Strictness = 'normal'): readonly ToneFinding[] => {
  const draft = prepareDraft(input);
  if (draft.folded.trim() === '') return [];
  const shown = rules
    .flatMap((rule) => rule(draft))
    .filter((candidate) => isShown(candidate, strictness))
    .map(({ finding }) => finding);
  return joinAnnouncements(draft, shown).sort(inOrder);
};

const inOrder = (one: ToneFinding, other: ToneFinding): number =>
  one.start - other.start || one.end - other.end;
