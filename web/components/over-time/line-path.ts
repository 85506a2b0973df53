const [WIDTH, HEIGHT, EDGE] = [100, 40, 1];

/** The line through values from 0 to `most`, evenly apart, on a field of 100 by 40; broken where nothing is known. */
export const linePath = (values: readonly (number | null)[], most: number): string => {
  const step = values.length > 1 ? WIDTH / (values.length - 1) : 0;
  let isDrawing = false;
  return values
    .flatMap((value, place) => {
      if (value === null) {
        isDrawing = false;
        return [];
      }
      const y = HEIGHT - EDGE - (most > 0 ? value / most : 0) * (HEIGHT - 2 * EDGE);
      const at = `${isDrawing ? 'L' : 'M'}${round(place * step)} ${round(y)}`;
      isDrawing = true;
      return [at];
    })
    .join('');
};

const round = (value: number): number => Math.round(value * 100) / 100;
