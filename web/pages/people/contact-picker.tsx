import { X } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { Button } from '../../components/button/button.tsx';
import { SearchField } from '../../components/text-field/search-field.tsx';
import { words } from './picker-words.ts';
import { useFoundContacts } from './use-contacts.ts';
import type { ContactRow } from './views.ts';

type ContactPickerProps = {
  readonly label: string;
  readonly chosen: readonly ContactRow[];
  readonly onChange: (chosen: readonly ContactRow[]) => void;
  /** Whom not to offer. */
  readonly except: string;
  readonly most?: number;
};

/** Chooses people by typing a part of their name. */
export const ContactPicker = ({ label, chosen, onChange, except, most = 20 }: ContactPickerProps) => {
  const w = useWords(words);
  const [typed, setTyped] = useState('');
  const { data } = useFoundContacts(typed);
  const found =
    typed.trim().length > 1
      ? (data?.contacts ?? []).filter(({ id }) => id !== except && !chosen.some((one) => one.id === id))
      : [];
  return (
    <fieldset className="mb-2">
      <legend className="mb-1 font-medium text-body">{label}</legend>
      {chosen.length > 0 && (
        <ul className="mb-2 flex flex-wrap gap-2">
          {chosen.map((contact) => (
            <li key={contact.id}>
              <Button
                size="small"
                aria-label={w.remove(contact.name)}
                onPress={() => onChange(chosen.filter(({ id }) => id !== contact.id))}
              >
                <bdi>{contact.name}</bdi>
                <X aria-hidden size={14} />
              </Button>
            </li>
          ))}
        </ul>
      )}
      {chosen.length < most && (
        <>
          <SearchField label={label} placeholder={w.hint} value={typed} onChange={setTyped} />
          <p className="sr-only" aria-live="polite">
            {typed.trim().length > 1 ? w.found(found.length) : ''}
          </p>
          <ul className="mt-1 flex flex-col">
            {found.map((contact) => (
              <li key={contact.id}>
                <Button
                  weight="quiet"
                  className="w-full justify-start! text-ink!"
                  onPress={() => {
                    onChange([...chosen, contact]);
                    setTyped('');
                  }}
                >
                  <bdi className="truncate">{contact.name}</bdi>
                  <span className="truncate font-normal text-ink-faint text-small">
                    {[contact.company, contact.place].filter(Boolean).join(' · ')}
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </fieldset>
  );
};
