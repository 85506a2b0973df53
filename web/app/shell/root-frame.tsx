import { Outlet } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useLanguage } from '../language.tsx';
import { useMaybeMe } from '../session.ts';
import { applyDensity, applyTheme, followSystemTheme } from '../theme.ts';

/** Around every screen: once we know who it is, their language, theme and hours. */
export const RootFrame = () => {
  const person = useMaybeMe()?.person;
  const { setLanguage, setTimeZone } = useLanguage();
  const theme = useRef(person?.theme ?? 'system');
  useEffect(() => {
    if (!person) return;
    theme.current = person.theme;
    setLanguage(person.language);
    setTimeZone(person.timeZone);
    applyTheme(person.theme);
    applyDensity(person.density);
  }, [person, setLanguage, setTimeZone]);
  useEffect(() => followSystemTheme(() => theme.current), []);
  return <Outlet />;
};
