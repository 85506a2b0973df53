import type { AssistantState } from '../../../app/assistant.ts';

export type Settings = NonNullable<AssistantState['settings']>;
export type SettingsChange = Omit<Settings, 'hasKey'> & { key?: string | null };

/** "2,50" and "2.50" are the same number; null for what is none. */
export const readNumber = (text: string): number | null => {
  const plain = text.trim().replace(',', '.');
  return /^\d{1,6}(?:\.\d{1,6})?$/.test(plain) ? Number(plain) : null;
};

/** The fields that do not hold a number, by name. */
export const notNumbers = (values: Readonly<Record<string, string>>): readonly string[] =>
  ['priceIn', 'priceOut', 'timeoutSeconds', 'monthlyCap'].filter((name) => {
    const text = values[name] ?? '';
    return !(name === 'monthlyCap' && text.trim() === '') && readNumber(text) === null;
  });

type Switches = Pick<Settings, 'enabled' | 'uses'> & { readonly forgetsKey: boolean };

/** What the form asks for; a key that is not written stays as it is. */
export const readForm = (
  values: Readonly<Record<string, string>>,
  { forgetsKey, ...switches }: Switches,
): SettingsChange => {
  const key = values.key?.trim() ?? '';
  return {
    ...switches,
    baseUrl: values.baseUrl?.trim() ?? '',
    model: values.model?.trim() ?? '',
    priceIn: readNumber(values.priceIn ?? '') ?? 0,
    priceOut: readNumber(values.priceOut ?? '') ?? 0,
    monthlyCap: readNumber(values.monthlyCap ?? ''),
    timeoutSeconds: Math.round(readNumber(values.timeoutSeconds ?? '') ?? 30),
    ...(key !== '' ? { key } : forgetsKey ? { key: null } : {}),
  };
};
