/** Pixels beside one another and rows that a picture is reduced to, grey. */
export const HASHED_WIDTH = 9;
export const HASHED_HEIGHT = 8;

/** Fewer steps than these in either direction: an empty or plain picture, which anybody may have. */
const FEWEST_STEPS = 6;

/** Of 255: what saving a picture once more may add where it is plain. */
const NOISE = 4;

/**
 * What a picture looks like in 64 bits, as 16 hexadecimal digits: whether each of 8 rows grows lighter at each of 8 steps. The
 * same for the same picture in another size or format, all but always; one that differs in a step is missed, which does no harm. Null for one that is all but plain. Source: "difference hash"
 * (N. Krawetz, 2013). `grey`: 9 x 8 bytes, row by row.
 */
export const pictureHash = (grey: Uint8Array): string | null => {
  let bits = 0n;
  let steps = 0;
  for (let row = 0; row < HASHED_HEIGHT; row += 1)
    for (let column = 0; column < HASHED_WIDTH - 1; column += 1) {
      const at = row * HASHED_WIDTH + column;
      const isLighter = (grey[at + 1] ?? 0) > (grey[at] ?? 0) + NOISE;
      if (isLighter) steps += 1;
      bits = (bits << 1n) | (isLighter ? 1n : 0n);
    }
  const places = (HASHED_WIDTH - 1) * HASHED_HEIGHT;
  if (steps < FEWEST_STEPS || steps > places - FEWEST_STEPS) return null;
  return bits.toString(16).padStart(16, '0');
};
