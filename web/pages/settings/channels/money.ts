import { useLanguage } from '../../../app/language.tsx';

/** Millionths of a currency as people write money; small prices with their thousandths. */
export const useMoney = (currency: string) => {
  const { language } = useLanguage();
  return (micro: number): string =>
    new Intl.NumberFormat(language, {
      style: 'currency',
      currency,
      minimumFractionDigits: 2,
      maximumFractionDigits: micro % 10_000 === 0 ? 2 : 3,
    }).format(micro / 1_000_000);
};
