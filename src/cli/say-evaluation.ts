import type { Evaluation } from '../language/index.ts';

const percent = (value: number): string => `${(value * 100).toFixed(1).padStart(5)} %`;

/** The figures of an evaluation as a table for a terminal. */
export const sayEvaluation = (figures: Evaluation, textsPerSecond: number): string => {
  const heads = figures.heads.map(
    ({ head, wanted, precision, recall, f1 }) =>
      `${head.padEnd(22)}${String(wanted).padStart(7)}  ${percent(precision)}  ${percent(recall)}  ${f1.toFixed(3).padStart(6)}`,
  );
  const bands = figures.reliability.map(
    ({ from, count, meanConfidence, right }) =>
      `${`${Math.round(from * 100)}-${Math.round(from * 100 + 10)} %`.padEnd(12)}${String(count).padStart(7)}  ${percent(meanConfidence)}  ${percent(right / count)}`,
  );
  return [
    `${figures.texts} testi, ${Math.round(textsPerSecond)} al secondo`,
    '',
    `${'giudizio'.padEnd(22)}${'attesi'.padStart(7)}  ${'precis.'.padStart(7)}  ${'richiamo'.padStart(7)} ${'F1'.padStart(6)}`,
    ...heads,
    ...macro(figures),
    '',
    `${'sicurezza'.padEnd(12)}${'giudizi'.padStart(7)}  ${'media'.padStart(7)}  ${'giusti'.padStart(7)}`,
    ...bands,
    `errore medio di calibrazione: ${percent(figures.calibrationError).trim()}`,
    '',
  ].join('\n');
};

const macro = ({ heads }: Evaluation): readonly string[] => {
  const f1 = (head: string): number | undefined => heads.find((one) => one.head === head)?.f1;
  const [good, bad] = [f1('polarity pos'), f1('polarity neg')];
  if (good === undefined || bad === undefined) return [];
  return [`${'polarity pos/neg, media'.padEnd(47)}${((good + bad) / 2).toFixed(3).padStart(6)}`];
};
