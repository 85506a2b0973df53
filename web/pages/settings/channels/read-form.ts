import type { ManifestFieldView } from '../../../app/views.ts';

export type FormValues = Readonly<Record<string, string | number | boolean>>;

/** An address typed as people type it: "www.cantina.it" becomes "https://www.cantina.it". */
const withScheme = (typed: string): string =>
  /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;

/**
 * What a manifest's form was filled with, in the types that the channel expects. Empty fields are left out: a
 * secret that is not typed again stays as it is.
 */
export const readForm = (
  fields: readonly ManifestFieldView[],
  typed: Readonly<Record<string, string>>,
): FormValues => {
  const values: Record<string, string | number | boolean> = {};
  for (const field of fields) {
    const text = (typed[field.name] ?? '').trim();
    if (field.kind === 'toggle') values[field.name] = text !== '';
    else if (text === '') continue;
    else if (field.kind === 'number') values[field.name] = Number(text.replace(',', '.'));
    else values[field.name] = field.kind === 'url' ? withScheme(text) : text;
  }
  return values;
};
