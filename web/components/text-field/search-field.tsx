import { Search, X } from 'lucide-react';
import { SearchField as AriaSearchField, Button, Input } from 'react-aria-components';
import { useWords } from '../../app/language.tsx';
import { inputLook } from '../form/field-parts.tsx';

const it = { clear: 'Cancella la ricerca' };
const en: typeof it = { clear: 'Clear the search' };
export const words = { it, en };

type SearchFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSubmit?: (value: string) => void;
  readonly placeholder?: string;
  readonly className?: string;
};

/** A search line; its label is read aloud, its placeholder says what can be found. Escape clears it. */
export const SearchField = ({
  label,
  value,
  onChange,
  onSubmit,
  placeholder,
  className = '',
}: SearchFieldProps) => {
  const w = useWords(words);
  return (
    <AriaSearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      {...(onSubmit ? { onSubmit } : {})}
      className={`group ${className}`}
    >
      <div className="relative">
        <Search aria-hidden size={16} className="absolute inset-y-0 left-3 my-auto text-ink-faint" />
        <Input
          placeholder={placeholder ?? label}
          className={`${inputLook} px-9 [&::-webkit-search-cancel-button]:hidden`}
        />
        <Button
          aria-label={w.clear}
          className="absolute inset-y-0 right-0 flex w-9 items-center justify-center rounded-md text-ink-faint hover:text-ink group-data-empty:hidden"
        >
          <X aria-hidden size={16} />
        </Button>
      </div>
    </AriaSearchField>
  );
};
