import { err, ok, type Result } from '../../platform/result.ts';
import type { Channel, SettingsField, Words } from '../contract.ts';
import { fieldWords } from '../words.ts';

/** What a form sends: one value a field. An empty text is no value. */
export type FormValues = Readonly<Record<string, string | number | boolean>>;

/** As the form gave them, parted; both have passed the channel's schemas. What is kept is this, and parsed at each opening. */
export type ConnectionValues = { readonly settings: FormValues; readonly secrets: FormValues };

export type FieldError = { readonly field: string; readonly words: Words };

/** Reads a form against a channel's manifest and schemas: everything that is wrong with it, at once. Pure. */
export const readValues = (
  channel: Pick<Channel, 'manifest' | 'settingsSchema' | 'secretsSchema'>,
  values: FormValues,
): Result<ConnectionValues, readonly FieldError[]> => {
  const { fields, auth } = channel.manifest;
  const unknown = Object.keys(values).filter((name) => !fields.some((field) => field.name === name));
  const settings = pick(fields, values, false);
  const secrets = pick(fields, values, true);
  const errors = [
    ...unknown.map((field) => ({ field, words: fieldWords.unknown })),
    ...errorsOf(channel.settingsSchema.safeParse(settings), fields, settings),
    // What an OAuth grant brings is not there yet.
    ...(auth === 'oauth2' ? [] : errorsOf(channel.secretsSchema.safeParse(secrets), fields, secrets)),
  ];
  return errors.length > 0 ? err(errors) : ok({ settings, secrets });
};

const pick = (fields: readonly SettingsField[], values: FormValues, secret: boolean): FormValues =>
  Object.fromEntries(
    fields
      .filter((field) => (field.secret ?? false) === secret)
      .flatMap((field) => {
        const value = typedValue(field, values[field.name]);
        return value === undefined ? [] : [[field.name, value] as const];
      }),
  );

/** In the field's own kind, where a form could only send text. */
const typedValue = (field: SettingsField, value: FormValues[string] | undefined) => {
  if (value === undefined || (typeof value === 'string' && value.trim() === '')) return undefined;
  if (field.kind === 'number' && typeof value === 'string') {
    return Number.isFinite(Number(value)) ? Number(value) : value;
  }
  if (field.kind === 'toggle' && typeof value === 'string') return value === 'true' || value === 'on';
  return value;
};

type Parsed = {
  readonly success: boolean;
  readonly error?: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] } | undefined;
};

const errorsOf = (
  parsed: Parsed,
  fields: readonly SettingsField[],
  given: FormValues,
): readonly FieldError[] => {
  const names = new Set((parsed.error?.issues ?? []).map((issue) => String(issue.path[0] ?? '')));
  return [...names].map((name) => {
    const kind = fields.find((field) => field.name === name)?.kind;
    return {
      field: name,
      words: given[name] === undefined ? fieldWords.missing : fieldWords[kind ?? 'text'],
    };
  });
};
