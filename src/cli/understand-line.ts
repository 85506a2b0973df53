import { z } from 'zod';
import type { Correction, LabelledText } from '../language/index.ts';
import { err, ok, type Result } from '../platform/result.ts';

const polarity = z.enum(['pos', 'neg', 'neu', 'mixed']);
const labels = z.object({
  lang: z.string().nullish(),
  polarity: polarity.nullish(),
  intents: z.array(z.string()).nullish(),
  needs_reply: z.boolean().nullish(),
  toxic: z.boolean().nullish(),
  aspects: z
    .array(z.union([z.string(), z.object({ aspect: z.string(), polarity: z.string().nullish() })]))
    .nullish(),
});
const textLine = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });
const labelledLine = labels.extend({ text: z.string(), labels: labels.partial().nullish() });

export type TextLine = z.infer<typeof textLine>;

/** A line `{id, text}`, or what is wrong with it, in words. */
export const parseTextLine = (line: string): Result<TextLine, string> =>
  parse(line, textLine, 'Serve un oggetto {"id": …, "text": "…"}.');

/** A line of labelled texts: labels beside the text or under `labels`. */
export const parseLabelledLine = (line: string): Result<LabelledText, string> => {
  const parsed = parse(
    line,
    labelledLine,
    'Serve un oggetto {"text": "…"} con le etichette: polarity (pos, neg, neu, mixed), intents, needs_reply, aspects, toxic, lang.',
  );
  if (!parsed.ok) return parsed;
  const all = { ...parsed.value.labels, ...withoutNulls(parsed.value) };
  return ok({
    text: parsed.value.text,
    ...(all.lang ? { lang: all.lang } : {}),
    ...(all.polarity ? { polarity: all.polarity } : {}),
    ...(all.intents ? { intents: all.intents } : {}),
    ...(typeof all.needs_reply === 'boolean' ? { needs_reply: all.needs_reply } : {}),
    ...(typeof all.toxic === 'boolean' ? { toxic: all.toxic } : {}),
    ...(all.aspects ? { aspects: all.aspects.map(aspectOf) } : {}),
  });
};

const aspectOf = (
  aspect: string | { aspect: string; polarity?: string | null | undefined },
): { aspect: string; polarity?: string } =>
  typeof aspect === 'string'
    ? { aspect }
    : { aspect: aspect.aspect, ...(aspect.polarity ? { polarity: aspect.polarity } : {}) };

/** What a labelled text teaches a company's layer. */
export const correctionOf = (text: LabelledText): Correction => ({
  text: text.text,
  polarity: text.polarity,
  intents: text.intents,
  needsReply: text.needs_reply,
  toxic: text.toxic,
  aspects: text.aspects?.map(({ aspect }) => aspect),
});

const withoutNulls = <Row extends object>(row: Row): Partial<Row> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Partial<Row>;

const parse = <Schema extends z.ZodType>(
  line: string,
  schema: Schema,
  wanted: string,
): Result<z.infer<Schema>, string> => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return err('non è JSON.');
  }
  const parsed = schema.safeParse(value);
  return parsed.success ? ok(parsed.data) : err(`${wanted} Così non va: ${fieldsOf(parsed.error)}.`);
};

const fieldsOf = ({ issues }: z.ZodError): string =>
  [...new Set(issues.map(({ path }) => (path.length === 0 ? 'la riga' : path.join('.'))))].join(', ');
