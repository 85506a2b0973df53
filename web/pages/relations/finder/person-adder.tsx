import { useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import { Button } from '../../../components/button/button.tsx';
import { SearchField } from '../../../components/text-field/search-field.tsx';
import { words as pickerWords } from '../../people/picker-words.ts';
import { useFoundContacts } from '../../people/use-contacts.ts';
import type { PersonName } from '../views.ts';

type PersonAdderProps = {
  readonly label: string;
  /** By id: whom not to offer. */
  readonly except: readonly string[];
  readonly onAdd: (person: PersonName) => void;
};

/** Finds a person by a part of their name. Enter takes the first one found, and never sends the form around it. */
export const PersonAdder = ({ label, except, onAdd }: PersonAdderProps) => {
  const w = useWords(pickerWords);
  const [typed, setTyped] = useState('');
  const isAsking = typed.trim().length > 1;
  const { data } = useFoundContacts(typed);
  const found = isAsking ? (data?.contacts ?? []).filter(({ id }) => !except.includes(id)) : [];
  const add = (person: PersonName | undefined) => {
    if (!person) return;
    onAdd({ id: person.id, name: person.name });
    setTyped('');
  };
  return (
    <div>
      <SearchField
        label={label}
        placeholder={w.hint}
        value={typed}
        onChange={setTyped}
        onSubmit={() => add(found[0])}
      />
      <p className="sr-only" aria-live="polite">
        {isAsking ? w.found(found.length) : ''}
      </p>
      <ul className="mt-1 flex flex-col">
        {found.map((person) => (
          <li key={person.id}>
            <Button weight="quiet" className="w-full justify-start! text-ink!" onPress={() => add(person)}>
              <bdi className="truncate">{person.name}</bdi>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
};
