import { useLanguage } from '../../app/language.tsx';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long since an instant, in the words of the person's language: "5 minuti", "3 ore", "2 giorni". */
export const useDuration = () => {
  const { locale } = useLanguage();
  return (at: string, now: number = Date.now()): string => {
    const passed = Math.max(now - Date.parse(at), minute);
    const [unit, size] =
      passed < hour
        ? (['minute', minute] as const)
        : passed < day
          ? (['hour', hour] as const)
          : (['day', day] as const);
    return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(
      Math.floor(passed / size),
    );
  };
};
