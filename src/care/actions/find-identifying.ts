import { findPersonalData } from '../../language/index.ts';
import { foldText } from '../model/fold-text.ts';

/** A web address or a handle points to somebody as surely as a name. */
const pointing = /\bhttps?:\/\/\S+|\bwww\.\S+|(?<![\p{L}\p{N}.])@[\p{L}\p{N}_.-]{2,}/giu;

/**
 * What in texts for everyone could tell who it was: personal data, addresses, handles, and any of these names (whole, or a word of
 * them of three letters or more). Each as it stands in the text.
 */
export const findIdentifying = (texts: readonly string[], names: readonly string[]): readonly string[] => {
  const parts = new Set(
    names.flatMap((name) => foldText(name).split(' ')).filter((part) => part.length >= 3),
  );
  const found = texts.flatMap((text) => [
    ...findPersonalData(text).map(({ start, end }) => text.slice(start, end)),
    ...(text.match(pointing) ?? []),
    ...text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => parts.has(foldText(word))),
  ]);
  return [...new Set(found)];
};
