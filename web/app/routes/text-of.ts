/** A parameter of an address: text that says something, or nothing at all. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
