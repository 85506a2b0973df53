/** Euros as people write them ("12", "12,5", "12.50") in cents; null for what is no amount. */
export const centsOf = (euros: string): number | null => {
  const [, whole, part = ''] = /^\s*(\d{1,7})(?:[.,](\d{1,2}))?\s*$/.exec(euros) ?? [];
  return whole === undefined ? null : Number(whole) * 100 + Number(part.padEnd(2, '0'));
};
