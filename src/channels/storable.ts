/** A string that PostgreSQL can keep in text and jsonb: no NUL, no half surrogates. */
export const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();
