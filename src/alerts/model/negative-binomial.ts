/**
 * Counts that vary more than chance alone would have it: the negative binomial with mean `mean` and variance
 * mean + dispersion * mean^2 ("NB2": Cameron and Trivedi, Regression Analysis of Count Data, 2013, 3.3). With dispersion 0 it is Poisson's.
 */
export type Counting = { readonly mean: number; readonly dispersion: number };

/** Below this the negative binomial cannot be told from Poisson's in double precision. */
const NONE = 1e-9;

/** P(Y >= least): how often chance alone brings so much or more. */
export const upperTail = (counting: Counting, least: number): number => {
  if (least <= 0) return 1;
  if (counting.mean <= 0) return 0;
  if (least <= counting.mean) return 1 - below(counting, least);
  let term = Math.exp(logProbability(counting, least));
  let sum = term;
  for (let k = least; term > sum * 1e-12 && k < least + 100_000; k += 1) {
    term *= step(counting, k);
    sum += term;
  }
  return Math.min(1, sum);
};

/** The smallest count that `share` of cases do not go over. */
export const quantile = (counting: Counting, share: number): number => {
  if (counting.mean <= 0) return 0;
  let term = Math.exp(logProbability(counting, 0));
  let sum = term;
  let k = 0;
  while (sum < share && k < 1_000_000) {
    term *= step(counting, k);
    sum += term;
    k += 1;
  }
  return k;
};

/** P(Y = 0). */
export const nothing = ({ mean, dispersion }: Counting): number =>
  dispersion < NONE ? Math.exp(-mean) : (1 + dispersion * mean) ** (-1 / dispersion);

/** P(Y < count). */
const below = (counting: Counting, count: number): number => {
  let term = Math.exp(logProbability(counting, 0));
  let sum = 0;
  for (let k = 0; k < count; k += 1) {
    sum += term;
    term *= step(counting, k);
  }
  return Math.min(1, sum);
};

/** P(Y = k + 1) / P(Y = k). */
const step = ({ mean, dispersion }: Counting, k: number): number =>
  dispersion < NONE ? mean / (k + 1) : (((k * dispersion + 1) / (k + 1)) * mean) / (1 + dispersion * mean);

const logProbability = ({ mean, dispersion }: Counting, k: number): number => {
  if (dispersion < NONE) return k * Math.log(mean) - mean - logGamma(k + 1);
  const shape = 1 / dispersion;
  const scaled = dispersion * mean;
  return (
    logGamma(k + shape) -
    logGamma(shape) -
    logGamma(k + 1) +
    k * Math.log(scaled / (1 + scaled)) -
    shape * Math.log1p(scaled)
  );
};

/** Lanczos' approximation with g = 7 and nine terms (Numerical Recipes, 6.1): fifteen digits for x > 0. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

export const logGamma = (x: number): number => {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const z = x - 1;
  const series = LANCZOS.slice(1).reduce((sum, term, at) => sum + term / (z + at + 1), LANCZOS[0] as number);
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(series);
};
