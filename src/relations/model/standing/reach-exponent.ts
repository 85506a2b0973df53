/**
 * How reach grows with the audience in a field: E[reach] = c f^b, b = 1 + x. Definition: Poisson regression of the people
 * reached on ln f with a logarithmic link (cascades that reached nobody count too), Newton's method; a ridge on b towards 1
 * worth ten cascades keeps little data from saying much. x below 0: big audiences reach less than in proportion. Real cascades
 * gave -.67 (blogs), -.35 (books), +.14 and +.30 (question sites). Source: GRAPH.md, definition 6; McCullagh and Nelder,
 * "Generalized Linear Models", 1989.
 */
export type Reached = { readonly audience: number; readonly reached: number };

const ROUNDS = 60;
const RIDGE = 10;
const ENOUGH = 1e-9;

/** x; null from fewer than thirty cascades, or when none reached anybody or all audiences are the same. */
export const reachExponent = (cascades: readonly Reached[]): number | null => {
  const known = cascades.filter(
    ({ audience, reached }) => audience >= 1 && reached >= 0 && Number.isFinite(audience),
  );
  const total = known.reduce((sum, { reached }) => sum + reached, 0);
  if (known.length < 30 || !(total > 0)) return null;
  const mean = known.reduce((sum, { audience }) => sum + Math.log(audience), 0) / known.length;
  const rows = known.map(({ audience, reached }) => ({ x: Math.log(audience) - mean, y: reached }));
  if (rows.every(({ x }) => Math.abs(x) < ENOUGH)) return null;
  // The scale of a count is arbitrary: the ridge is worth so many mean cascades.
  const ridge = (RIDGE * total) / known.length;
  return fitSlope(rows, ridge) - 1;
};

type Row = { readonly x: number; readonly y: number };

/** The slope alone: for a given slope the best level is known (all reached / all expected). */
const fitSlope = (rows: readonly Row[], ridge: number): number => {
  const total = rows.reduce((sum, { y }) => sum + y, 0);
  let slope = 1;
  for (let round = 0; round < ROUNDS; round += 1) {
    const top = rows.reduce((most, { x }) => Math.max(most, slope * x), Number.NEGATIVE_INFINITY);
    let [weight, first, second, cross] = [0, 0, 0, 0];
    for (const { x, y } of rows) {
      const part = Math.exp(slope * x - top);
      weight += part;
      first += part * x;
      second += part * x * x;
      cross += y * x;
    }
    const centre = first / weight;
    const gradient = cross - total * centre - ridge * (slope - 1);
    const curvature = total * (second / weight - centre * centre) + ridge;
    const step = Math.max(-0.5, Math.min(0.5, gradient / curvature));
    slope += step;
    if (Math.abs(step) < ENOUGH) break;
  }
  return slope;
};
