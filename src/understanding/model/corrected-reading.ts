import type { Polarity, Reading } from '../../language/index.ts';
import type { Judgement } from './judgement.ts';

/**
 * A reading as people have it: what they said takes the place of what was read, is certain, and keeps only the evidence that
 * still speaks for it.
 */
export const correctReading = (reading: Reading, said: Judgement): Reading => {
  const polarity = said.polarity ?? reading.polarity;
  const intents = said.intents ?? reading.intents;
  const aspects = said.aspects ?? reading.aspects;
  const needsReply = said.needsReply ?? reading.needsReply;
  const toxic = said.toxic ?? reading.toxic;
  const kept = new Set<string>([
    ...(polarity === reading.polarity ? ['polarity'] : []),
    ...intents,
    ...aspects.map(({ aspect }) => aspect),
    ...(needsReply ? ['needs_reply'] : []),
    ...(toxic ? ['toxic'] : []),
  ]);
  const certain = certainHeads(said);
  const isUnsure = said.polarity === undefined && reading.unsure;
  return {
    ...reading,
    polarity,
    polarityScore: polarity === reading.polarity ? reading.polarityScore : scores[polarity],
    intents,
    aspects,
    needsReply,
    toxic,
    urgency: said.intents ? urgencyOf(reading.urgency, intents.includes('urgent')) : reading.urgency,
    unsure: isUnsure,
    forAPerson: isUnsure && reading.forAPerson,
    confidence: Object.fromEntries([
      ...Object.entries(reading.confidence).filter(([head]) => kept.has(head) || head === 'polarity'),
      ...certain.filter((head) => kept.has(head) || head === 'polarity').map((head) => [head, 1] as const),
    ]),
    evidence: reading.evidence.filter(({ head }) => kept.has(head)),
  };
};

const scores: Readonly<Record<Polarity, number>> = { pos: 1, neg: -1, neu: 0, mixed: 0 };

const urgencyOf = (read: number, isUrgent: boolean): number => (isUrgent ? 1 : read > 0.5 ? 0 : read);

const certainHeads = (said: Judgement): readonly string[] => [
  ...(said.polarity ? ['polarity'] : []),
  ...(said.intents ?? []),
  ...(said.aspects ?? []).map(({ aspect }) => aspect),
  ...(said.needsReply === undefined ? [] : ['needs_reply']),
  ...(said.toxic === undefined ? [] : ['toxic']),
];
