// Runs before the first paint so that the page never flashes in the wrong theme or language.
(() => {
  const root = document.documentElement;
  const kept = (name) => {
    try {
      return localStorage.getItem(`passaparola.${name}`);
    } catch {
      return null;
    }
  };
  const theme = kept('theme') ?? 'system';
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  root.dataset.density = kept('density') === 'compact' ? 'compact' : 'calm';
  root.lang = kept('language') ?? (/^en\b/i.test(navigator.language) ? 'en' : 'it');
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', dark ? '#1b1714' : '#f7f3ec');
})();
