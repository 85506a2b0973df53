import {
  type CompanyLayer,
  createReader,
  type LexiconEntry,
  type Reader,
  type ShippedLanguage,
} from '../../language/index.ts';

/** Reads with one word list and, from text to text, with the layer of one company or another: a compiled list takes megabytes. */
export type SwitchReader = { with(layer: CompanyLayer | null): Reader };

export const createSwitchReader = (
  { weights }: ShippedLanguage,
  entries: readonly LexiconEntry[],
): SwitchReader => {
  let current: CompanyLayer | null = null;
  const reader = createReader({
    weights,
    entries,
    adjust: (features, sums) => current?.adjust(features, sums),
  });
  return {
    with: (layer) => ({
      understand: (text, known) => {
        current = layer;
        return reader.understand(text, known);
      },
    }),
  };
};
