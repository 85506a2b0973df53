/** In a form, what is no text travels as JSON (https://core.telegram.org/bots/api#making-requests). */
export const jsonField = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

export const fileName = (mimeType: string, at: number): string =>
  `immagine${at + 1}.${mimeType.split('/')[1] ?? 'bin'}`;
