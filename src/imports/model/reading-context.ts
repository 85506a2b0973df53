import type { ImportSettings } from './import-settings.ts';

/** What travels with each raw item, so that it can be read again as it was: names, never paths of ours. */
export const readingContext = (
  settings: ImportSettings,
  account: string | null,
  about: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> => {
  const ours = account ?? settings.us.find((name) => name.includes('@')) ?? '';
  return {
    ...about,
    ...(settings.us.length > 0 ? { us: settings.us.join('\n') } : {}),
    ...(settings.zone ? { zone: settings.zone } : {}),
    ...(settings.source ? { source: settings.source } : {}),
    ...(settings.mapping ? { mapping: settings.mapping } : {}),
    ...(settings.format === 'mbox' && ours ? { accountId: ours } : {}),
  };
};
