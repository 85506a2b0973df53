import { aspects, intents } from '../model/heads.ts';
import type { Polarity, Reading } from '../read/reading.ts';

/** A text with what ought to be read in it; heads that are left out are not measured on it. */
export type LabelledText = {
  readonly text: string;
  readonly lang?: string | undefined;
  readonly polarity?: Polarity | undefined;
  readonly intents?: readonly string[] | undefined;
  readonly needs_reply?: boolean | undefined;
  readonly toxic?: boolean | undefined;
  readonly aspects?:
    | readonly { readonly aspect: string; readonly polarity?: string | undefined }[]
    | undefined;
};

export type HeadFigures = {
  readonly head: string;
  /** How many texts ought to say yes. */
  readonly wanted: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
};

/** Of the judgements held with a confidence in this band, how sure they were on average and how many were right. */
export type ReliabilityBand = {
  readonly from: number;
  readonly count: number;
  readonly meanConfidence: number;
  readonly right: number;
};

export type Evaluation = {
  readonly texts: number;
  readonly heads: readonly HeadFigures[];
  readonly reliability: readonly ReliabilityBand[];
  /** Expected calibration error: mean distance between confidence and being right, weighted by the bands' sizes (Guo and others, 2017). */
  readonly calibrationError: number;
};

const BANDS = 10;

/** Compares readings with labels, text by text: precision, recall and F1 of each head, and how far confidences can be believed. */
export const evaluate = (texts: readonly LabelledText[], readings: readonly Reading[]): Evaluation => {
  const measured = headsOf().map((head) => figuresOf(head, texts, readings));
  const reliability = reliabilityOf(texts, readings);
  const all = reliability.reduce((sum, { count }) => sum + count, 0);
  return {
    texts: texts.length,
    heads: measured.filter(({ wanted }) => wanted > 0),
    reliability,
    calibrationError: reliability.reduce(
      (sum, { count, meanConfidence, right }) =>
        sum + (Math.abs(meanConfidence - right / count) * count) / all,
      0,
    ),
  };
};

type MeasuredHead = {
  readonly name: string;
  /** Undefined where the label says nothing. */
  wanted(text: LabelledText): boolean | undefined;
  said(reading: Reading): boolean;
};

const headsOf = (): readonly MeasuredHead[] => [
  ...((['pos', 'neg', 'neu', 'mixed'] as const).map((polarity) => ({
    name: `polarity ${polarity}`,
    wanted: (text: LabelledText) => text.polarity && text.polarity === polarity,
    said: (reading: Reading) => reading.polarity === polarity,
  })) as MeasuredHead[]),
  ...intents.map((intent) => ({
    name: intent,
    wanted: (text: LabelledText) => text.intents?.includes(intent),
    said: (reading: Reading) => reading.intents.includes(intent),
  })),
  {
    name: 'needs_reply',
    wanted: (text) => text.needs_reply,
    said: (reading) => reading.needsReply,
  },
  { name: 'toxic', wanted: (text) => text.toxic, said: (reading) => reading.toxic },
  ...aspects.map((name) => ({
    name: `aspect ${name}`,
    wanted: (text: LabelledText) => text.aspects?.some(({ aspect }) => aspect === name),
    said: (reading: Reading) => reading.aspects.some(({ aspect }) => aspect === name),
  })),
  {
    name: 'language',
    wanted: (text) => (text.lang === undefined ? undefined : true),
    said: () => true,
  },
];

const figuresOf = (
  head: MeasuredHead,
  texts: readonly LabelledText[],
  readings: readonly Reading[],
): HeadFigures => {
  let [hits, alarms, wanted] = [0, 0, 0];
  texts.forEach((text, at) => {
    const reading = readings[at];
    const want = head.wanted(text);
    if (want === undefined || !reading) return;
    const said = head.name === 'language' ? reading.language === text.lang : head.said(reading);
    if (want) wanted += 1;
    if (said) alarms += 1;
    if (want && said) hits += 1;
  });
  const precision = alarms === 0 ? 0 : hits / alarms;
  const recall = wanted === 0 ? 0 : hits / wanted;
  const f1 = hits === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { head: head.name, wanted, precision, recall, f1 };
};

/** Every polarity, intent, wait and insult that was named, with its confidence, and whether the label agrees. */
const reliabilityOf = (
  texts: readonly LabelledText[],
  readings: readonly Reading[],
): readonly ReliabilityBand[] => {
  const bands = Array.from({ length: BANDS }, (_, band) => ({
    from: band / BANDS,
    count: 0,
    sum: 0,
    right: 0,
  }));
  const add = (confidence: number, right: boolean): void => {
    const band = bands[Math.min(BANDS - 1, Math.floor(confidence * BANDS))];
    if (!band) return;
    band.count += 1;
    band.sum += confidence;
    if (right) band.right += 1;
  };
  texts.forEach((text, at) => {
    const reading = readings[at];
    if (!reading) return;
    if (text.polarity) add(reading.confidence.polarity ?? 0, reading.polarity === text.polarity);
    for (const intent of text.intents ? reading.intents : [])
      add(reading.confidence[intent] ?? 0, text.intents?.includes(intent) === true);
  });
  return bands
    .filter(({ count }) => count > 0)
    .map(({ from, count, sum, right }) => ({ from, count, meanConfidence: sum / count, right }));
};
