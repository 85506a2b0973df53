import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import { keep } from './kept.ts';

export type Language = 'it' | 'en';

/** A text in both languages, as manifests and problems carry it. */
export type InBoth = { readonly it: string; readonly en: string };

type Voice = {
  readonly language: Language;
  readonly locale: string;
  readonly timeZone: string;
  setLanguage(language: Language): void;
  setTimeZone(timeZone: string): void;
};

const Spoken = createContext<Voice | null>(null);

/** The language now in use, for code outside React (the accept-language of every request). */
export const currentLanguage = (): Language => (document.documentElement.lang === 'en' ? 'en' : 'it');

/** Italian unless the person chose English; the time zone is the person's, Europe/Rome until known. */
export const LanguageProvider = ({
  children,
  language: given,
}: {
  readonly children: ReactNode;
  /** The language to begin with; absent: the one that public/start.js and early.js found for the page. */
  readonly language?: Language;
}) => {
  const [language, speak] = useState<Language>(given ?? currentLanguage);
  const [timeZone, setTimeZone] = useState('Europe/Rome');
  const setLanguage = useCallback((chosen: Language) => {
    keep('language', chosen);
    speak(chosen);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const voice = useMemo(
    () => ({ language, locale: language === 'it' ? 'it-IT' : 'en-GB', timeZone, setLanguage, setTimeZone }),
    [language, timeZone, setLanguage],
  );
  return <Spoken value={voice}>{children}</Spoken>;
};

export const useLanguage = (): Voice => {
  const voice = use(Spoken);
  if (!voice) throw new Error('useLanguage needs a LanguageProvider above it');
  return voice;
};

/** The words of a page in the person's language: `const w = useWords(words)`. */
export const useWords = <W,>(words: { readonly it: W; readonly en: W }): W => words[useLanguage().language];

/** Picks from a text that came from the server in both languages. */
export const useInBoth = () => {
  const { language } = useLanguage();
  return (text: InBoth): string => text[language];
};
