import { z } from 'zod';
import { intents, type Reading, ReadingSchema } from '../../language/index.ts';
import { err, ok, type Result } from '../../platform/result.ts';

/** The only answer that counts as a reading: these three parts, these names, nothing else. */
const ProposedReadingSchema = z.strictObject({
  polarity: ReadingSchema.shape.polarity,
  intents: z
    .array(z.enum(intents))
    .max(intents.length)
    .transform((named) => [...new Set(named)]),
  needs_reply: z.boolean(),
});
export type ProposedReading = z.infer<typeof ProposedReadingSchema>;

/** Reads the answer of a language model; a fence of Markdown around it is forgiven, anything else is not. */
export const parseProposal = (answer: string): Result<ProposedReading, { readonly kind: 'unfit-answer' }> => {
  const bare = answer
    .trim()
    .replace(/^```(?:json)?\s*\n?/i, '')
    .replace(/\n?```$/, '');
  try {
    const parsed = ProposedReadingSchema.safeParse(JSON.parse(bare));
    return parsed.success ? ok(parsed.data) : err({ kind: 'unfit-answer' });
  } catch {
    return err({ kind: 'unfit-answer' });
  }
};

const scores = { pos: 0.5, neg: -0.5, neu: 0, mixed: 0 } as const;

/**
 * The reading with the proposal in the place of the guess. It stays unsure, so that people are still asked, and what was for a
 * person stays for a person: a machine's second opinion files nothing away.
 */
export const mergeProposal = (reading: Reading, proposed: ProposedReading): Reading => {
  const { polarity, intents: meant, needs_reply: needsReply } = proposed;
  const kept = new Set<string>([
    ...(polarity === reading.polarity ? ['polarity'] : []),
    ...meant,
    ...reading.aspects.map(({ aspect }) => aspect),
    ...(needsReply ? ['needs_reply'] : []),
    ...(reading.toxic ? ['toxic'] : []),
  ]);
  const judged = ['polarity', ...meant, ...(needsReply ? ['needs_reply'] : [])];
  return {
    ...reading,
    polarity,
    polarityScore: polarity === reading.polarity ? reading.polarityScore : scores[polarity],
    intents: meant,
    needsReply,
    urgency: meant.includes('urgent') ? Math.max(reading.urgency, 0.5) : reading.urgency,
    unsure: true,
    forAPerson: reading.forAPerson || polarity === 'neg' || polarity === 'mixed',
    confidence: {
      ...Object.fromEntries(judged.map((head) => [head, 0.5])),
      ...Object.fromEntries(Object.entries(reading.confidence).filter(([head]) => kept.has(head))),
    },
    evidence: reading.evidence.filter(({ head }) => kept.has(head)),
  };
};
