import type { Reading } from './reading.ts';

/** A reading in the words of `passaparola understand`: names that other programs rely on. */
export type SpokenReading = {
  readonly lang: string | null;
  readonly polarity: Reading['polarity'];
  readonly polarity_score: number;
  readonly intents: readonly string[];
  readonly needs_reply: boolean;
  readonly aspects: Reading['aspects'];
  readonly urgency: number;
  readonly toxic: boolean;
  readonly confidence: Readonly<Record<string, number>>;
  readonly unsure: boolean;
  readonly evidence: Reading['evidence'];
};

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

const roundedAll = (values: Readonly<Record<string, number>>): Readonly<Record<string, number>> => {
  const all: Record<string, number> = {};
  for (const head in values) all[head] = rounded(values[head] as number);
  return all;
};

export const speakReading = (reading: Reading): SpokenReading => ({
  lang: reading.language,
  polarity: reading.polarity,
  polarity_score: rounded(reading.polarityScore),
  intents: reading.intents,
  needs_reply: reading.needsReply,
  aspects: reading.aspects,
  urgency: rounded(reading.urgency),
  toxic: reading.toxic,
  confidence: roundedAll(reading.confidence),
  unsure: reading.unsure,
  evidence: reading.evidence,
});
