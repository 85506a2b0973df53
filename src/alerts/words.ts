import type { Language } from '../platform/http/problem.ts';

const it = {
  digest: (count: number, company: string): string =>
    count === 1 ? `${company}: un avviso da ieri` : `${company}: ${count} avvisi da ieri`,
  trial: (company: string) => ({
    title: `Una prova da ${company}`,
    text: 'Se leggi questo messaggio, gli avvisi arrivano.',
  }),
};

const en: typeof it = {
  digest: (count, company) =>
    count === 1 ? `${company}: one alert since yesterday` : `${company}: ${count} alerts since yesterday`,
  trial: (company) => ({
    title: `A trial from ${company}`,
    text: 'If you read this message, alerts arrive.',
  }),
};

/** What this room itself writes to people. */
export const words: Readonly<Record<Language, typeof it>> = { it, en };
