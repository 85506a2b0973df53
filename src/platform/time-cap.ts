/** The value, or 'too-late' after `ms`: what was begun is left behind, its end ignored. */
export const withTimeCap = async <Value>(work: Promise<Value>, ms: number): Promise<Value | 'too-late'> => {
  let timer: NodeJS.Timeout | undefined;
  const cap = new Promise<'too-late'>((resolve) => {
    timer = setTimeout(() => resolve('too-late'), ms);
  });
  try {
    return await Promise.race([work, cap]);
  } finally {
    clearTimeout(timer);
    work.catch(() => {});
  }
};

/** Waits, or less when `signal` says so. */
export const restFor = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end, { once: true });
  });
