/** Keeps the app's own files at hand (public/sw.js), so that it opens at once and says so when offline. */
export const keepShell = (): void => {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  addEventListener('load', () => {
    void navigator.serviceWorker.register('/sw.js').catch(() => {
      // Without it the app works all the same, it only opens less quickly.
    });
  });
};
