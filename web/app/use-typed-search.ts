import { useEffect, useState } from 'react';

const TYPING_PAUSE_MS = 250;

/** A search line whose words live in the address: asks after a pause in the typing, and follows the address when it changes by itself. */
export const useTypedSearch = (value: string, onSearch: (value: string) => void) => {
  const [typed, setTyped] = useState(value);
  const [asked, setAsked] = useState(value);
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    if (value !== asked) {
      setAsked(value);
      setTyped(value);
    }
  }
  useEffect(() => {
    const wanted = typed.trim();
    if (wanted === value) return;
    const timer = setTimeout(() => {
      setAsked(wanted);
      onSearch(wanted);
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onSearch]);
  return { value: typed, onChange: setTyped };
};
