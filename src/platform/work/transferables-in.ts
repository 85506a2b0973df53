/** The buffers under all arrays in a value, each once, but for shared ones, which are never handed over. */
export const transferablesIn = (value: unknown): ArrayBuffer[] => {
  const found = new Set<ArrayBuffer>();
  const look = (inside: unknown): void => {
    if (ArrayBuffer.isView(inside)) {
      if (inside.buffer instanceof ArrayBuffer) found.add(inside.buffer);
    } else if (Array.isArray(inside)) for (const each of inside) look(each);
    else if (inside !== null && typeof inside === 'object')
      for (const each of Object.values(inside)) look(each);
  };
  look(value);
  return [...found];
};
