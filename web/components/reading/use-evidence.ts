import { useState } from 'react';
import { useMe } from '../../app/session.ts';
import type { ReadingView } from './reading-view.ts';
import { useUnderlining } from './underlining.ts';

type Spans = readonly (readonly [number, number])[];

/** Which words to underline: those of the judgement that is pointed at, or of the polarity for who wants them always. */
export const useEvidence = (reading: ReadingView | null) => {
  const { person } = useMe();
  const { isOn } = useUnderlining(person.id);
  const [pointed, setPointed] = useState<string | null>(null);
  const head = pointed ?? (isOn ? 'polarity' : null);
  return { underlined: evidenceOf(reading, head), pointed, setPointed };
};

/** The words behind one judgement: `polarity`, an intent, an aspect, `needs_reply` or `toxic`. */
export const evidenceOf = (reading: ReadingView | null, head: string | null): Spans =>
  head === null
    ? []
    : (reading?.evidence ?? [])
        .filter((evidence) => evidence.head === head)
        .map(({ start, end }) => [start, end] as const);
