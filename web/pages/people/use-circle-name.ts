import { useCallback } from 'react';
import { useLanguage } from '../../app/language.tsx';
import type { CircleLink } from './views.ts';

/** What a circle is called, in the person's language. */
export const useCircleName = () => {
  const { language } = useLanguage();
  return useCallback(
    ({ name }: CircleLink): string => (typeof name === 'string' ? name : name[language]),
    [language],
  );
};
