import type { PersonalDatum, PersonalDatumKind } from '../personal-datum.ts';

/**
 * The data that a pattern finds: its group `datum` if it has one (it needs the `d` flag), or the whole match. `judge` says
 * whether it is certain, uncertain, or not one at all.
 */
export const findBy = (
  text: string,
  kind: PersonalDatumKind,
  pattern: RegExp,
  judge: (datum: string, match: RegExpExecArray) => 'certain' | 'uncertain' | 'no',
): readonly PersonalDatum[] => {
  const found: PersonalDatum[] = [];
  for (const match of text.matchAll(pattern)) {
    const [start, end] = match.indices?.groups?.datum ?? [match.index, match.index + match[0].length];
    const verdict = judge(text.slice(start, end), match);
    if (verdict !== 'no') found.push({ kind, start, end, certain: verdict === 'certain' });
  }
  return found;
};
