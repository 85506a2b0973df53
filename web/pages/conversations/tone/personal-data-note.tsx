import { ShieldAlert } from 'lucide-react';
import type { PersonalDatumKind } from '../../../../src/language/personal-data/personal-datum.ts';
import { personalDataWords } from '../../../../src/language/personal-data/words.ts';
import { useInBoth, useWords } from '../../../app/language.tsx';
import { useTimes } from '../../../app/times.ts';
import type { PersonalDatum } from './tone-view.ts';
import { words } from './words.ts';

/** What opens a door or a purse: not to be written even to one person alone. */
const secrets: readonly string[] = ['password', 'api-key', 'card', 'iban', 'tax-code'];

/** The data that matter where this answer will be read: to a person alone a phone number may be said. */
export const toWarnOf = (found: readonly PersonalDatum[], isPrivate: boolean): readonly PersonalDatum[] =>
  isPrivate ? found.filter(({ kind, certain }) => certain && secrets.includes(kind)) : found;

/** Says, before it is sent, what in the text belongs to one person only. Stops nobody. */
export const PersonalDataNote = ({
  found,
  isPrivate,
}: {
  readonly found: readonly PersonalDatum[];
  readonly isPrivate: boolean;
}) => {
  const w = useWords(words);
  const inBoth = useInBoth();
  const times = useTimes();
  const named = [
    ...new Set(
      toWarnOf(found, isPrivate).map(({ kind, certain }) => {
        const name = inBoth(personalDataWords[kind as PersonalDatumKind]);
        return certain ? name : w.looksLike(name);
      }),
    ),
  ];
  const what = times.list(named);
  return (
    <div role="status">
      {named.length > 0 && (
        <p className="flex items-start gap-2 rounded-md bg-warn-soft px-3 py-2 text-body">
          <ShieldAlert aria-hidden size={16} className="mt-0.5 shrink-0 text-warn" />
          {isPrivate ? w.personalPrivate(what) : w.personalPublic(what)}
        </p>
      )}
    </div>
  );
};
